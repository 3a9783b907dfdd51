package io.alchemy.types;

import io.alchemy.error.ArgumentException;
import io.alchemy.error.CompileException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Arrays. To PostgreSQL they travel as text ({@code {1,NULL,"a b"}}): its driver would make times of the JVM's zone of their
 * elements. Elsewhere the driver is given the values, and elements are read as columns of the element's type are.
 */
final class ArrayType<E extends @Nullable Object> extends BuiltinType<List<E>> {
  private final SqlType<Object> element;

  @SuppressWarnings("unchecked")
  ArrayType(SqlType<E> element) {
    super("ARRAY(" + element.name() + ")", List.class, TypeFamily.ARRAY);
    this.element = (SqlType<Object>) (Object) element;
    requireText(element);
  }

  private void requireText(SqlType<?> type) {
    if (type instanceof UserDefinedType<?, ?> own) {
      requireText(own.base());
    } else if (!(type instanceof BuiltinType<?>) || type instanceof ArrayType<?>) {
      throw new ArgumentException("No array of "
          + element.name()
          + ": elements are of the library's types, or on top of one, and no arrays themselves");
    }
  }

  @Override
  public String ddl(Database database) {
    requireArrays(database);
    return database.ddl(element) + " ARRAY";
  }

  private void requireArrays(Database database) {
    if (database.nativeName(NativeType.ARRAY) == null) {
      throw new CompileException(name() + ": " + database.name()
          + " has no arrays; keep the values as JSON or in a table");
    }
  }

  /** Without limits: a cast to {@code VARCHAR(n)} cuts off what a column would refuse, one to {@code NUMERIC(p, s)} rounds. */
  @Override
  public String placeholder(Database database, String marker) {
    requireArrays(database);
    String word = castName(element, database);
    return "CAST(" + marker + " AS " + word + " ARRAY)";
  }

  @Override
  public Codec<List<E>> codec(Database database) {
    requireArrays(database);
    if (database.arraysAreText()) {
      return JdbcCodec.text(database, this::toText, this::fromText);
    }
    Codec<Object> elements = database.codec(element);
    return new JdbcCodec<>(
        java.sql.Types.ARRAY,
        (statement, index, values) -> statement.setObject(index, driverValues(values)),
        (row, index) -> read(row.getArray(index), elements));
  }

  private @Nullable Object[] driverValues(List<E> values) {
    @Nullable Object[] array = new @Nullable Object[values.size()];
    int position = 0;
    for (Object value : values) {
      array[position++] = value == null ? null : driverValue(element, value);
    }
    return array;
  }

  @SuppressWarnings("unchecked")
  private static Object driverValue(SqlType<?> type, Object value) {
    if (type instanceof UserDefinedType<?, ?>) {
      UserDefinedType<Object, Object> own = (UserDefinedType<Object, Object>) type;
      return driverValue(own.base(), own.toDatabase(value));
    }
    BuiltinType<Object> builtin = (BuiltinType<Object>) type;
    return switch (type.family()) {
      case ENUM -> builtin.toText(value);
      // Text would become a JSON string; bytes are read as the document that they are.
      case JSON -> builtin.toText(value).getBytes(StandardCharsets.UTF_8);
      case TEMPORAL -> Objects.requireNonNull(builtin.stored(value));
      default -> value;
    };
  }

  /** An array's rows are its elements: a position and a value each. */
  @SuppressWarnings("unchecked")
  private @Nullable List<E> read(@Nullable Array array, Codec<Object> elements)
      throws SQLException {
    if (array == null) {
      return null;
    }
    List<@Nullable Object> values = new ArrayList<>();
    try (ResultSet rows = array.getResultSet()) {
      while (rows.next()) {
        values.add(elements.get(rows, 2));
      }
    } finally {
      array.free();
    }
    return (List<E>) values;
  }

  @Override
  public String literal(Database database, List<E> value) {
    if (!database.arraysAreText()) {
      throw new CompileException(
          name() + " has no literal form on " + database.name() + "; bind the value");
    }
    return placeholder(database, quoted(toText(value)));
  }

  @Override
  @SuppressWarnings("unchecked")
  @Nullable
  List<E> convertOther(Object value) {
    List<?> elements;
    if (value instanceof Collection<?> collection) {
      elements = new ArrayList<>(collection);
    } else if (value instanceof Object[] array) {
      elements = Arrays.asList(array);
    } else {
      return null;
    }
    List<@Nullable Object> converted = new ArrayList<>();
    elements.forEach(one -> converted.add(element.convert(one)));
    return (List<E>) converted;
  }

  @Override
  public boolean isMutable() {
    return true;
  }

  @Override
  @SuppressWarnings("unchecked") // the element's type copies elements
  public @Nullable List<E> copy(@Nullable List<E> value) {
    if (value == null || !element.isMutable()) {
      return value == null ? null : new ArrayList<>(value);
    }
    List<E> copy = new ArrayList<>(value.size());
    for (E one : value) {
      copy.add((E) element.copy(one));
    }
    return copy;
  }

  @Override
  public boolean same(@Nullable List<E> left, @Nullable List<E> right) {
    if (left == null || right == null || left.size() != right.size()) {
      return left == right;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!element.same(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  String toText(List<E> values) {
    StringBuilder to = new StringBuilder("{");
    for (Object value : values) {
      if (to.length() > 1) {
        to.append(',');
      }
      if (value == null) {
        to.append("NULL");
      } else {
        String text = text(element, value);
        to.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
      }
    }
    return to.append('}').toString();
  }

  @Override
  @SuppressWarnings("unchecked")
  List<E> fromText(String text) {
    List<@Nullable Object> values = new ArrayList<>();
    int at = 1;
    while (at < text.length() && text.charAt(at) != '}') {
      StringBuilder value = new StringBuilder();
      boolean quoted = text.charAt(at) == '"';
      at += quoted ? 1 : 0;
      while (quoted ? text.charAt(at) != '"' : ",}".indexOf(text.charAt(at)) < 0) {
        at += text.charAt(at) == '\\' ? 1 : 0;
        value.append(text.charAt(at++));
      }
      at += quoted ? 1 : 0;
      boolean isNull = !quoted && value.toString().equals("NULL");
      values.add(isNull ? null : value(element, value.toString()));
      at += at < text.length() && text.charAt(at) == ',' ? 1 : 0;
    }
    return (List<E>) values;
  }

  private static String castName(SqlType<?> type, Database database) {
    return type instanceof UserDefinedType<?, ?> own
        ? castName(own.base(), database)
        : ((BuiltinType<?>) type).castName(database);
  }

  @SuppressWarnings("unchecked")
  static String text(SqlType<?> type, Object value) {
    if (type instanceof UserDefinedType<?, ?>) {
      UserDefinedType<Object, Object> own = (UserDefinedType<Object, Object>) type;
      return text(own.base(), own.toDatabase(value));
    }
    return ((BuiltinType<Object>) type).toText(value);
  }

  @SuppressWarnings("unchecked")
  static Object value(SqlType<?> type, String text) {
    if (type instanceof UserDefinedType<?, ?>) {
      UserDefinedType<Object, Object> own = (UserDefinedType<Object, Object>) type;
      return own.fromDatabase(value(own.base(), text));
    }
    return ((BuiltinType<Object>) type).fromText(text);
  }
}

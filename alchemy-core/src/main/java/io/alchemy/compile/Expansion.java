package io.alchemy.compile;

import io.alchemy.error.ArgumentException;
import io.alchemy.sql.node.InsertSpec.RowValues;
import io.alchemy.types.Codec;
import io.alchemy.types.SqlType;
import io.alchemy.types.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One execution's text and values, where lists and rows expand, or a value brings its type along. */
final class Expansion {
  /** Shorter lists are not what makes a statement too long. */
  private static final int LONG = 100;

  private final SqlDialect dialect;
  private final Map<String, ?> parameters;
  private final boolean shortens;
  private final StringBuilder sql;
  private final Codec<?>[] codecs;
  private final @Nullable Object[] values;
  private int size;

  private Expansion(
      SqlDialect dialect,
      SqlTemplate template,
      @Nullable Object[] given,
      Map<String, ?> parameters) {
    int count = count(template, given);
    this.dialect = dialect;
    this.parameters = parameters;
    this.shortens = count > dialect.maxParameters();
    this.sql = new StringBuilder(length(template, given));
    this.codecs = new Codec<?>[count];
    this.values = new @Nullable Object[count];
  }

  private static int count(SqlTemplate template, @Nullable Object[] given) {
    int count = 0;
    for (Slot slot : template.slots()) {
      if (slot instanceof Slot.Elements elements) {
        count += elementsOf(elements, given).size();
      } else if (slot instanceof Slot.Rows rows) {
        count += rowsOf(rows, given).size() * count(rows.row(), given);
      } else {
        count++;
      }
    }
    return count;
  }

  private static int length(SqlTemplate template, @Nullable Object[] given) {
    int length = template.text().length();
    for (Slot slot : template.slots()) {
      if (slot instanceof Slot.Elements elements) {
        length += elementsOf(elements, given).size() * (elements.marker().length() + 2);
      } else if (slot instanceof Slot.Rows rows) {
        length += rowsOf(rows, given).size() * (length(rows.row(), given) + 2);
      }
    }
    return length;
  }

  /**
   * The text and values of an execution.
   *
   * @param given the values of the statement at hand
   * @param parameters values by name
   */
  static Bound of(
      SqlDialect dialect,
      SqlTemplate template,
      @Nullable Object[] given,
      Map<String, ?> parameters) {
    Expansion expansion = new Expansion(dialect, template, given, parameters);
    expansion.write(template, given);
    return expansion.bound();
  }

  /** What a slot that does not expand has in an execution. */
  static @Nullable Object value(Slot slot, @Nullable Object[] given, Map<String, ?> parameters) {
    if (slot instanceof Slot.Value own) {
      Object value = given[own.index()];
      return own.convert() ? Slot.converted(value, own.type(), "value") : value;
    }
    if (slot instanceof Slot.Constant constant) {
      return constant.value();
    }
    if (slot instanceof Slot.Generated generated) {
      return generated.generator().value();
    }
    Slot.Named named = (Slot.Named) slot;
    Object value = parameters.get(named.name());
    if (value == null && !parameters.containsKey(named.name())) {
      throw new ArgumentException(
          "no value for the parameter :" + named.name() + "; given are " + parameters.keySet());
    }
    return Slot.converted(value, named.type(), ":" + named.name());
  }

  private void write(SqlTemplate template, @Nullable Object[] given) {
    String text = template.text();
    int done = 0;
    for (int i = 0; i < template.slots().length; i++) {
      Slot slot = template.slots()[i];
      if (slot instanceof Slot.Elements elements) {
        sql.append(text, done, template.offsets()[i]);
        done = template.offsets()[i];
        write(elements, elementsOf(elements, given));
      } else if (slot instanceof Slot.Rows rows) {
        sql.append(text, done, template.offsets()[i]);
        done = template.offsets()[i];
        write(rows.row(), rowsOf(rows, given));
      } else {
        add(slot.codec(), value(slot, given, parameters));
      }
    }
    sql.append(text, done, text.length());
  }

  // ---- rows

  /** The compiler has seen to it that they are rows. */
  @SuppressWarnings("unchecked")
  private static List<RowValues> rowsOf(Slot.Rows rows, @Nullable Object[] given) {
    return given[rows.index()] instanceof List<?> list ? (List<RowValues>) list : List.of();
  }

  private void write(SqlTemplate one, List<RowValues> rows) {
    @Nullable Object[] ofRow = new @Nullable Object[rows.get(0).settings().size()];
    String separator = "";
    for (RowValues row : rows) {
      for (int i = 0; i < ofRow.length; i++) {
        ofRow[i] = row.value(i);
      }
      sql.append(separator);
      separator = ", ";
      write(one, ofRow);
    }
  }

  // ---- lists

  /** The compiler has seen to it that it is a list; one that stands in rows is the same in each. */
  private static Collection<?> elementsOf(Slot.Elements elements, @Nullable Object[] given) {
    Object list = elements.values() == null ? given[elements.index()] : elements.values();
    return list instanceof Collection<?> collection ? collection : List.of();
  }

  private void write(Slot.Elements elements, Collection<?> list) {
    if (shortens && document(elements, list)) {
      return;
    }
    if (list.isEmpty()) {
      sql.append(elements.empty());
    }
    String separator = "";
    for (Object value : list) {
      sql.append(separator).append(elements.marker());
      separator = ", ";
      add(elements.codec(), converted(elements, value));
    }
  }

  private static @Nullable Object converted(Slot.Elements elements, @Nullable Object value) {
    return elements.convert() ? Slot.converted(value, elements.type(), "in(…)") : value;
  }

  /** A long list as one value; false where it must stay a list. */
  private boolean document(Slot.Elements elements, Collection<?> list) {
    SqlType<?> type = elements.type();
    Codec<?> codec = elements.codec();
    if (type == null || codec == null || list.size() < LONG) {
      return false;
    }
    String query = dialect.json().elements(value -> type.placeholder(dialect, value));
    if (query == null) {
      return false;
    }
    List<@Nullable Object> converted = new ArrayList<>(list.size());
    for (Object value : list) {
      converted.add(converted(elements, value));
    }
    List<Object> document = ListDocument.of(codec, converted);
    if (document == null) {
      return false;
    }
    sql.append(query);
    add(dialect.codec(ListDocument.TYPE), document);
    return true;
  }

  private void add(@Nullable Codec<?> codec, @Nullable Object value) {
    codecs[size] = codec == null ? codecFor(value) : codec;
    values[size++] = value;
  }

  /** Fewer values than were counted, where a list became a document. */
  private Bound bound() {
    return size == values.length
        ? new Bound(sql.toString(), codecs, values)
        : new Bound(sql.toString(), Arrays.copyOf(codecs, size), Arrays.copyOf(values, size));
  }

  private Codec<?> codecFor(@Nullable Object value) {
    SqlType<?> type = value == null ? Types.TEXT : Types.typeOf(value);
    return dialect.codec(type);
  }
}

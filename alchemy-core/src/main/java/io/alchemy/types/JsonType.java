package io.alchemy.types;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values kept as JSON: as the database's own JSON where it has that, else as text. Compared by content. */
final class JsonType<T> extends BuiltinType<T> {
  static final JsonType<Map<String, Object>> OBJECT =
      new JsonType<>("JSON", Map.class, new JsonShape.Entries(new JsonShape.Plain()));

  private final JsonShape shape;

  private JsonType(String name, Class<?> javaType, JsonShape shape) {
    super(name, javaType, TypeFamily.JSON);
    this.shape = shape;
  }

  static <T> JsonType<T> of(Class<T> javaType) {
    return new JsonType<>(
        "JSON(" + javaType.getSimpleName() + ")", javaType, JsonShape.of(javaType));
  }

  @Override
  public String ddl(Database database) {
    String nativeName = database.nativeName(NativeType.JSON);
    return nativeName == null ? "JSON_TEXT" : nativeName;
  }

  @Override
  public String placeholder(Database database, String marker) {
    String nativeName = database.nativeName(NativeType.JSON);
    return nativeName == null ? marker : database.jsonOf(marker);
  }

  @Override
  public Codec<T> codec(Database database) {
    return new JdbcCodec<>(
        java.sql.Types.VARCHAR,
        (statement, index, value) -> statement.setString(index, toText(value)),
        (row, index) -> {
          String text = database.text(row, index);
          return text == null ? null : read(text);
        });
  }

  @Override
  public String literal(Database database, T value) {
    return placeholder(database, quoted(toText(value)));
  }

  @Override
  public boolean isMutable() {
    return true;
  }

  @Override
  public @Nullable T copy(@Nullable T value) {
    return value == null ? null : fromText(toText(value));
  }

  @Override
  public boolean same(@Nullable T left, @Nullable T right) {
    return left == null || right == null
        ? left == right
        : sameTree(shape.toTree(left), shape.toTree(right));
  }

  private static boolean sameTree(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Number a && right instanceof Number b) {
      BigDecimal exactA = NumericType.exact(a);
      BigDecimal exactB = NumericType.exact(b);
      return exactA != null && exactB != null ? exactA.compareTo(exactB) == 0 : a.equals(b);
    }
    if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
      return a.keySet().equals(b.keySet())
          && a.keySet().stream().allMatch(key -> sameTree(a.get(key), b.get(key)));
    }
    if (left instanceof List<?> a && right instanceof List<?> b) {
      return a.size() == b.size() && sameElements(a.iterator(), b.iterator());
    }
    return Objects.equals(left, right);
  }

  private static boolean sameElements(Iterator<?> left, Iterator<?> right) {
    while (left.hasNext()) {
      if (!sameTree(left.next(), right.next())) {
        return false;
      }
    }
    return true;
  }

  @Override
  String toText(T value) {
    return JsonWriter.write(shape.toTree(value));
  }

  @Override
  T fromText(String text) {
    return Objects.requireNonNull(read(text));
  }

  @Override
  public @Nullable T ofText(String text) {
    return read(text);
  }

  /** JSON's own null is read as null too. */
  @SuppressWarnings("unchecked")
  private @Nullable T read(String text) {
    return (T) JsonShape.fromTree(shape, JsonReader.read(text));
  }
}

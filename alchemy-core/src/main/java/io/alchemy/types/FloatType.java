package io.alchemy.types;

import io.alchemy.error.ArgumentException;
import io.alchemy.error.CompileException;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Binary floating point, of 32 and 64 bits. */
final class FloatType<N extends Number> extends BuiltinType<N> {
  static final FloatType<Float> REAL = new FloatType<>(
      "REAL",
      Float.class,
      NativeType.REAL,
      value -> (float) value,
      Float::valueOf,
      new JdbcCodec<>(
          java.sql.Types.REAL,
          (statement, index, value) -> statement.setFloat(index, value),
          (row, index) -> {
            float value = row.getFloat(index);
            return value == 0 && row.wasNull() ? null : value;
          }));

  static final FloatType<Double> DOUBLE = ofDouble("DOUBLE");

  static final FloatType<Double> FLOAT = ofDouble("FLOAT");

  private final NativeType nativeType;
  private final DoubleFunction<N> narrow;
  private final Function<String, N> parse;
  private final Codec<N> codec;

  private FloatType(
      String name,
      Class<N> javaType,
      NativeType nativeType,
      DoubleFunction<N> narrow,
      Function<String, N> parse,
      Codec<N> codec) {
    super(name, javaType, TypeFamily.NUMBER);
    this.nativeType = nativeType;
    this.narrow = narrow;
    this.parse = parse;
    this.codec = codec;
  }

  private static FloatType<Double> ofDouble(String name) {
    return new FloatType<>(
        name,
        Double.class,
        NativeType.DOUBLE,
        value -> value,
        Double::valueOf,
        new JdbcCodec<>(
            java.sql.Types.DOUBLE,
            (statement, index, value) -> statement.setDouble(index, value),
            (row, index) -> {
              double value = row.getDouble(index);
              return value == 0 && row.wasNull() ? null : value;
            }));
  }

  @Override
  public String ddl(Database database) {
    String nativeName = database.nativeName(nativeType);
    return nativeName == null ? name() : nativeName;
  }

  @Override
  public Codec<N> codec(Database database) {
    if (database.keepsNaN()) {
      return codec;
    }
    return new JdbcCodec<>(
        java.sql.Types.DOUBLE,
        (statement, index, value) -> {
          if (Double.isNaN(value.doubleValue())) {
            throw new ArgumentException(
                database.name() + " has no NaN: it would be kept as NULL; use null, or TEXT");
          }
          codec.set(statement, index, value);
        },
        codec::get);
  }

  @Override
  @Nullable
  N convertOther(Object value) {
    if (!(value instanceof Number number)) {
      return null;
    }
    double wide = number.doubleValue();
    N narrowed = narrow.apply(wide);
    boolean whole = !(value instanceof Float || value instanceof Double);
    if (whole ? isExactly(narrowed, value) : Double.compare(narrowed.doubleValue(), wide) == 0) {
      return narrowed;
    }
    throw new ArgumentException(name() + " cannot hold " + value + " without loss");
  }

  private static boolean isExactly(Number narrowed, Object value) {
    var exact = NumericType.exact(value);
    var back = NumericType.exact(narrowed);
    return exact != null && back != null && exact.compareTo(back) == 0;
  }

  @Override
  public boolean same(@Nullable N left, @Nullable N right) {
    if (left == null || right == null) {
      return left == right;
    }
    double a = left.doubleValue();
    double b = right.doubleValue();
    return a == b || Double.isNaN(a) && Double.isNaN(b);
  }

  @Override
  public String literal(Database database, N value) {
    if (!Double.isFinite(value.doubleValue())) {
      throw new CompileException(value + " cannot be written as a literal; bind it");
    }
    return toText(value);
  }

  @Override
  String toText(N value) {
    return value.toString();
  }

  /** SQLite writes infinity as Inf. */
  @Override
  N fromText(String text) {
    return parse.apply(text.endsWith("Inf") ? text.replace("Inf", "Infinity") : text);
  }
}

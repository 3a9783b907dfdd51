package io.alchemy.compile;

import io.alchemy.error.ArgumentException;
import io.alchemy.sql.node.RecordFields;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values of rows as the class that somebody asked for: itself, or a number that loses nothing. */
public final class Conversion {
  private static final Map<Class<?>, Function<BigDecimal, Number>> EXACT = Map.of(
      Byte.class, BigDecimal::byteValueExact,
      Short.class, BigDecimal::shortValueExact,
      Integer.class, BigDecimal::intValueExact,
      Long.class, BigDecimal::longValueExact,
      BigInteger.class, BigDecimal::toBigIntegerExact,
      BigDecimal.class, number -> number,
      Double.class, BigDecimal::doubleValue,
      Float.class, BigDecimal::floatValue);

  private Conversion() {}

  /**
   * The value as {@code type}.
   *
   * @param what names it in the message
   */
  public static <T> @Nullable T to(@Nullable Object value, Class<T> type, String what) {
    if (value == null) {
      if (type.isPrimitive()) {
        throw new ArgumentException(
            what + " is null, which a primitive " + type + " cannot be: ask for its box");
      }
      return null;
    }
    Class<?> boxed = RecordFields.boxed(type);
    Object converted = boxed.isInstance(value) ? value : number(value, boxed);
    if (converted == null) {
      throw new ArgumentException(what
          + " is a "
          + value.getClass().getSimpleName()
          + " and no "
          + boxed.getSimpleName()
          + ", nor can it become one without loss: "
          + value);
    }
    @SuppressWarnings("unchecked") // an instance of the box
    T result = (T) converted;
    return result;
  }

  private static @Nullable Object number(Object value, Class<?> type) {
    Function<BigDecimal, Number> exact = EXACT.get(type);
    if (exact == null || !(value instanceof Number)) {
      return null;
    }
    try {
      Number converted = exact.apply(new BigDecimal(value.toString()));
      boolean lossless =
          new BigDecimal(converted.toString()).compareTo(new BigDecimal(value.toString())) == 0;
      return lossless ? converted : null;
    } catch (ArithmeticException | NumberFormatException e) {
      return null;
    }
  }
}

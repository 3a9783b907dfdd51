package io.alchemy.compile;

import io.alchemy.error.ArgumentException;
import io.alchemy.schema.DefaultGenerator;
import io.alchemy.types.Codec;
import io.alchemy.types.SqlType;
import org.jspecify.annotations.Nullable;

/** Where a placeholder's value comes from at each execution. */
interface Slot {
  /** The value's type; null where only the value tells it, or there are many. */
  @Nullable
  SqlType<?> type();

  /** The codec of {@link #type}; null where there is none. */
  @Nullable
  Codec<?> codec();

  /**
   * A value of the statement at hand.
   *
   * @param index where it is among the statement's values
   * @param convert whether no generics have checked its class
   */
  record Value(
      int index, @Nullable SqlType<?> type, @Nullable Codec<?> codec, boolean convert)
      implements Slot {}

  /** A value that is the same in every statement of the shape: what a lowering put in. */
  record Constant(
      @Nullable Object value,
      @Nullable SqlType<?> type,
      @Nullable Codec<?> codec) implements Slot {}

  /** A value given at execution by name. */
  record Named(
      String name, @Nullable SqlType<?> type, @Nullable Codec<?> codec) implements Slot {}

  /** A client default, asked for at each execution. */
  record Generated(DefaultGenerator<?> generator, SqlType<?> type, Codec<?> codec)
      implements Slot {}

  /**
   * The values of an IN list, each with a placeholder of its own.
   *
   * @param values the list, where it is the same in every statement of the shape; else null
   * @param marker the placeholder of one element
   * @param empty what stands in the parentheses for no elements
   */
  record Elements(
      int index,
      @Nullable Object values,
      @Nullable SqlType<?> type,
      @Nullable Codec<?> codec,
      boolean convert,
      String marker,
      String empty)
      implements Slot {}

  /**
   * Rows of VALUES, each with the same text.
   *
   * @param row the text of one, whose slots are of the row's values
   */
  record Rows(int index, SqlTemplate row) implements Slot {
    @Override
    public @Nullable SqlType<?> type() {
      return null;
    }

    @Override
    public @Nullable Codec<?> codec() {
      return null;
    }
  }

  /** {@code value} as {@code type} holds it; what does not fit is named. */
  static @Nullable Object converted(
      @Nullable Object value, @Nullable SqlType<?> type, String what) {
    if (type == null || value == null) {
      return value;
    }
    try {
      return type.convert(value);
    } catch (ArgumentException e) {
      throw new ArgumentException(what + ": " + e.getMessage(), e);
    }
  }
}

package io.alchemy.engine.execution;

import io.alchemy.compile.Bound;
import io.alchemy.types.Codec;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values with a codec for each: those of a compiled statement, or of one row of a batch. */
public record BoundParameters(Codec<?>[] codecs, @Nullable Object[] values) implements Parameters {
  public static BoundParameters of(Bound bound) {
    return new BoundParameters(bound.codecs(), bound.values());
  }

  @Override
  public void bind(PreparedStatement statement) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      set(statement, i + 1, codecs[i], values[i]);
    }
  }

  /** The compiler and the callers of a batch have seen to it that value and codec fit. */
  @SuppressWarnings("unchecked")
  static void set(PreparedStatement statement, int index, Codec<?> codec, @Nullable Object value)
      throws SQLException {
    ((Codec<@Nullable Object>) codec).set(statement, index, value);
  }

  @Override
  public List<String> describe() {
    return ParameterText.of(values);
  }
}

package io.alchemy.engine.execution;

import io.alchemy.error.ArgumentException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values for the {@code ?} of raw SQL, in order, as the driver's {@code setObject} takes them. */
public final class PositionalParameters implements Parameters {
  private final @Nullable Object[] values;

  /**
   * @throws ArgumentException for a value that is no single database value; the message says what was probably meant
   */
  public PositionalParameters(@Nullable Object[] values) {
    for (int i = 0; i < values.length; i++) {
      check(values[i], i + 1);
    }
    this.values = values.clone();
  }

  private static void check(@Nullable Object value, int position) {
    if (value == null || isSingleValue(value)) {
      return;
    }
    String cure;
    if (value instanceof Map) {
      cure =
          "`?` takes values in order, not by name; :names need text(): execute(text(\"… :name\"), map)";
    } else if (value instanceof Collection || value.getClass().isArray()) {
      cure =
          "`?` takes values in order, each as an argument of its own: execute(sql, a, b) or execute(sql, list.toArray());"
              + " for IN lists use an expression: column.in(list)";
    } else if (value instanceof Optional) {
      cure = "unwrap it: value.orElse(null)";
    } else if (value instanceof Enum) {
      cure =
          "raw SQL knows no types; bind value.name() or value.ordinal(), whichever the column keeps";
    } else {
      cure =
          "raw SQL binds only plain values: text, numbers, booleans, dates and times, UUID, byte[]";
    }
    throw new ArgumentException(
        "parameter " + position + " is a " + value.getClass().getName() + "; " + cure);
  }

  private static boolean isSingleValue(Object value) {
    return value instanceof CharSequence
        || value instanceof Character
        || value instanceof Boolean
        || value instanceof Integer
        || value instanceof Long
        || value instanceof Short
        || value instanceof Byte
        || value instanceof Double
        || value instanceof Float
        || value instanceof BigDecimal
        || value instanceof BigInteger
        || value instanceof TemporalAccessor
        || value instanceof Date
        || value instanceof UUID
        || value instanceof byte[]
        || value.getClass().getName().startsWith("org.postgresql.");
  }

  @Override
  public void bind(PreparedStatement statement) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value == null) {
        statement.setObject(i + 1, null);
      } else if (value instanceof CharSequence || value instanceof Character) {
        statement.setString(i + 1, value.toString());
      } else if (value instanceof byte[] bytes) {
        statement.setBytes(i + 1, bytes);
      } else if (value instanceof BigInteger number) {
        statement.setBigDecimal(i + 1, new BigDecimal(number));
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }

  @Override
  public List<String> describe() {
    return ParameterText.of(values);
  }
}

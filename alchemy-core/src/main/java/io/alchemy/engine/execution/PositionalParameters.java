package io.alchemy.engine.execution;

import io.alchemy.dialect.Dialect;
import io.alchemy.error.ArgumentException;
import io.alchemy.types.Codec;
import io.alchemy.types.SqlType;
import io.alchemy.types.Types;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values for the {@code ?} of raw SQL, in order, each bound as the type of its class. */
public final class PositionalParameters implements Parameters {
  private final Dialect database;
  private final @Nullable Object[] values;

  /**
   * @throws ArgumentException for a value that is no single database value; the message says what was probably meant
   */
  public PositionalParameters(Dialect database, @Nullable Object[] values) {
    this.database = database;
    this.values = new @Nullable Object[values.length];
    for (int i = 0; i < values.length; i++) {
      this.values[i] = bindable(values[i], i + 1);
    }
  }

  private static @Nullable Object bindable(@Nullable Object value, int position) {
    if (value == null) {
      return null;
    }
    if (value instanceof Byte || value instanceof Character || value instanceof CharSequence) {
      return value instanceof Byte small ? (Object) small.shortValue() : value.toString();
    }
    if (value instanceof BigInteger number) {
      return new BigDecimal(number);
    }
    if (value instanceof Timestamp timestamp) {
      return timestamp.toLocalDateTime();
    }
    if (value instanceof Date date) {
      return date.toLocalDate();
    }
    if (value instanceof Time time) {
      return time.toLocalTime();
    }
    refuse(value, position);
    return value;
  }

  private static void refuse(Object value, int position) {
    String cure;
    if (value instanceof Map) {
      cure =
          "`?` takes values in order, not by name; `:names` need text(…): execute(text(\"… :name\"), map)";
    } else if (value instanceof Collection
        || value.getClass().isArray() && !(value instanceof byte[])) {
      cure =
          "`?` takes values in order, each an argument of its own: execute(sql, a, b) or execute(sql, list.toArray()),"
              + " and `:names` need text(…); for a list in IN use an expression: column.in(list)";
    } else if (value instanceof Optional) {
      cure = "bind what is in it: value.orElse(null)";
    } else if (value instanceof Enum) {
      cure =
          "raw SQL knows no types; bind value.name() or value.ordinal(), whichever the column keeps";
    } else if (isTyped(value.getClass())
        || value.getClass().getName().startsWith("org.postgresql.")) {
      return;
    } else {
      cure =
          "raw SQL binds only plain values: text, numbers, booleans, java.time's dates and times, UUID, byte[]";
    }
    throw new ArgumentException(
        "parameter " + position + " is a " + value.getClass().getName() + ": " + cure);
  }

  private static boolean isTyped(Class<?> type) {
    try {
      return Types.of(type) != null;
    } catch (ArgumentException unknown) {
      return false;
    }
  }

  @Override
  public void bind(PreparedStatement statement) throws SQLException {
    int wanted = database.valuesToBind(statement);
    if (wanted >= 0 && wanted != values.length) {
      throw new ArgumentException("the statement takes "
          + wanted
          + (wanted == 1 ? " value" : " values")
          + ", and "
          + values.length
          + (values.length == 1 ? " was" : " were")
          + " given");
    }
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value == null) {
        statement.setObject(i + 1, null);
      } else if (value.getClass().getName().startsWith("org.postgresql.")) {
        statement.setObject(i + 1, value);
      } else {
        set(statement, i + 1, value);
      }
    }
  }

  private <T> void set(PreparedStatement statement, int index, T value) throws SQLException {
    SqlType<T> type = Types.typeOf(value);
    Codec<T> codec = database.codec(type);
    codec.set(statement, index, value);
  }

  @Override
  public List<String> describe() {
    return ParameterText.of(values);
  }
}

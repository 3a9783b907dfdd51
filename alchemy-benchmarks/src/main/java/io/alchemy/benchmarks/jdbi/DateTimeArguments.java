package io.alchemy.benchmarks.jdbi;

import io.alchemy.benchmarks.database.DateTimes;
import java.sql.Types;
import java.time.LocalDateTime;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** Dates with times as the database takes them, for parameters that Jdbi reads from objects. */
final class DateTimeArguments extends AbstractArgumentFactory<LocalDateTime> {
  private final DateTimes dateTimes;

  DateTimeArguments(DateTimes dateTimes) {
    super(Types.TIMESTAMP);
    this.dateTimes = dateTimes;
  }

  @Override
  protected Argument build(LocalDateTime value, ConfigRegistry config) {
    return (position, statement, context) -> dateTimes.bind(statement, position, value);
  }
}

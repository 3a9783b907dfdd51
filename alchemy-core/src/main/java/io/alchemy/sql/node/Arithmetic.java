package io.alchemy.sql.node;

import io.alchemy.sql.Expression;
import io.alchemy.sql.Printer;
import io.alchemy.types.SqlType;
import org.jspecify.annotations.Nullable;

/** {@code left + right} and its kin. */
public record Arithmetic<T extends @Nullable Object>(
    Operator operator,
    Expression<?> left,
    Expression<?> right,
    @Nullable SqlType<T> type) implements Expression<T>, Operation, Node {

  @Override
  public boolean equals(@Nullable Object other) {
    return Operation.equal(this, other);
  }

  @Override
  public int hashCode() {
    return Operation.hash(this);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}

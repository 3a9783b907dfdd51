package io.alchemy.sql.node;

import io.alchemy.sql.Expression;
import io.alchemy.sql.Printer;
import io.alchemy.sql.Select;
import io.alchemy.types.SqlType;
import org.jspecify.annotations.Nullable;

/** {@code (SELECT …)} as a value. */
public record ScalarSelect<T extends @Nullable Object>(
    Select<?> select, @Nullable SqlType<T> type) implements Expression<T>, Node {
  @Override
  public void shape(ShapeWriter to) {
    to.token(ScalarSelect.class).child(select);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}

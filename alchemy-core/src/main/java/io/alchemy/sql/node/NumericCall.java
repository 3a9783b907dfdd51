package io.alchemy.sql.node;

import io.alchemy.sql.Condition;
import io.alchemy.sql.NumericAggregate;
import io.alchemy.sql.NumericExpression;
import io.alchemy.sql.Ordering;
import io.alchemy.sql.Printer;
import io.alchemy.sql.WindowSpec;
import io.alchemy.types.SqlType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function call that gives a number. */
public record NumericCall<T extends Number>(
    Call call, @Nullable SqlType<T> type) implements NumericAggregate<T>, Calling {
  @Override
  public NumericAggregate<T> distinct() {
    return new NumericCall<>(call.asDistinct(), type);
  }

  @Override
  public NumericAggregate<T> filter(Condition condition) {
    return new NumericCall<>(call.filtered(condition), type);
  }

  @Override
  public NumericAggregate<T> withinGroup(Ordering... order) {
    return new NumericCall<>(call.within(List.copyOf(Arrays.asList(order))), type);
  }

  @Override
  public NumericExpression<T> over() {
    return new NumericCall<>(call.over(Window.EMPTY), type);
  }

  @Override
  public NumericExpression<T> over(WindowSpec window) {
    return new NumericCall<>(call.over(window.window()), type);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}

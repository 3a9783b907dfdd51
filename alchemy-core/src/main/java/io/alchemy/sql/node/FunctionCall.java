package io.alchemy.sql.node;

import io.alchemy.sql.Aggregate;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Ordering;
import io.alchemy.sql.Printer;
import io.alchemy.sql.WindowSpec;
import io.alchemy.types.SqlType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function call. */
public record FunctionCall<T extends @Nullable Object>(
    Call call, @Nullable SqlType<T> type) implements Aggregate<T>, Calling {
  @Override
  public Aggregate<T> distinct() {
    return new FunctionCall<>(call.asDistinct(), type);
  }

  @Override
  public Aggregate<T> filter(Condition condition) {
    return new FunctionCall<>(call.filtered(condition), type);
  }

  @Override
  public Aggregate<T> withinGroup(Ordering... order) {
    return new FunctionCall<>(call.within(List.copyOf(Arrays.asList(order))), type);
  }

  @Override
  public Expression<T> over() {
    return new FunctionCall<>(call.over(Window.EMPTY), type);
  }

  @Override
  public Expression<T> over(WindowSpec window) {
    return new FunctionCall<>(call.over(window.window()), type);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}

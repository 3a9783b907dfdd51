package io.alchemy.sql;

/** An aggregate or window function call that gives a number. */
public interface NumericAggregate<N extends Number> extends Aggregate<N>, NumericExpression<N> {
  @Override
  NumericAggregate<N> distinct();

  @Override
  NumericAggregate<N> filter(Condition condition);

  @Override
  NumericAggregate<N> withinGroup(Ordering... order);

  @Override
  NumericExpression<N> over();

  @Override
  NumericExpression<N> over(WindowSpec window);
}

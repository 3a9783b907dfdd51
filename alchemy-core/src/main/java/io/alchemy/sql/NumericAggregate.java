package io.alchemy.sql;

public interface NumericAggregate<N extends Number> extends Aggregate<N>, NumericExpression<N> {
  @Override
  default NumericAggregate<N> distinct() {
    throw Todo.todo();
  }

  @Override
  default NumericAggregate<N> filter(Condition condition) {
    throw Todo.todo();
  }

  @Override
  default NumericExpression<N> over() {
    throw Todo.todo();
  }

  @Override
  default NumericExpression<N> over(WindowSpec window) {
    throw Todo.todo();
  }
}

package io.alchemy.sql;
/** A number whatever its Java type: compares with and computes on plain literals ({@code count().gt(5)}). */
public interface NumericExpression<N extends Number> extends Expression<N> {
  default Condition eq(long value) {
    throw Todo.todo();
  }

  default Condition ne(long value) {
    throw Todo.todo();
  }

  default Condition lt(long value) {
    throw Todo.todo();
  }

  default Condition le(long value) {
    throw Todo.todo();
  }

  default Condition gt(long value) {
    throw Todo.todo();
  }

  default Condition ge(long value) {
    throw Todo.todo();
  }

  default Condition between(long low, long high) {
    throw Todo.todo();
  }

  default NumericExpression<N> plus(long value) {
    throw Todo.todo();
  }

  default NumericExpression<N> minus(long value) {
    throw Todo.todo();
  }

  default NumericExpression<N> times(long value) {
    throw Todo.todo();
  }

  default NumericExpression<N> dividedBy(long value) {
    throw Todo.todo();
  }
}

package io.alchemy.sql;

import io.alchemy.sql.node.Between;
import io.alchemy.sql.node.Comparison;
import io.alchemy.sql.node.Operator;

/** A number whatever its Java type: compares with and computes on plain literals ({@code count().gt(5)}). */
public interface NumericExpression<N extends Number> extends Expression<N> {
  /** {@code this = value}. */
  default Condition eq(long value) {
    return new Comparison(Operator.EQUAL, this, Operands.number(this, value));
  }

  /** {@code this <> value}. */
  default Condition ne(long value) {
    return new Comparison(Operator.NOT_EQUAL, this, Operands.number(this, value));
  }

  /** {@code this < value}. */
  default Condition lt(long value) {
    return new Comparison(Operator.LESS, this, Operands.number(this, value));
  }

  /** {@code this <= value}. */
  default Condition le(long value) {
    return new Comparison(Operator.LESS_OR_EQUAL, this, Operands.number(this, value));
  }

  /** {@code this > value}. */
  default Condition gt(long value) {
    return new Comparison(Operator.GREATER, this, Operands.number(this, value));
  }

  /** {@code this >= value}. */
  default Condition ge(long value) {
    return new Comparison(Operator.GREATER_OR_EQUAL, this, Operands.number(this, value));
  }

  /** {@code this BETWEEN low AND high}, both included. */
  default Condition between(long low, long high) {
    return new Between(this, Operands.number(this, low), Operands.number(this, high), false);
  }

  /** {@code this + value}. */
  default NumericExpression<N> plus(long value) {
    return Operands.arithmetic(Operator.PLUS, this, value);
  }

  /** {@code this - value}. */
  default NumericExpression<N> minus(long value) {
    return Operands.arithmetic(Operator.MINUS, this, value);
  }

  /** {@code this * value}. */
  default NumericExpression<N> times(long value) {
    return Operands.arithmetic(Operator.TIMES, this, value);
  }

  /** {@code this / value}. */
  default NumericExpression<N> dividedBy(long value) {
    return Operands.arithmetic(Operator.DIVIDED_BY, this, value);
  }
}

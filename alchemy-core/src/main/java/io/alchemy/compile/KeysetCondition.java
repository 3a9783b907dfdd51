package io.alchemy.compile;

import io.alchemy.error.CompileException;
import io.alchemy.schema.Column;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.sql.From;
import io.alchemy.sql.Keyset;
import io.alchemy.sql.node.AliasColumn;
import io.alchemy.sql.node.BindValue;
import io.alchemy.sql.node.BooleanConstant;
import io.alchemy.sql.node.Comparison;
import io.alchemy.sql.node.JoinNode;
import io.alchemy.sql.node.Junction;
import io.alchemy.sql.node.Labeled;
import io.alchemy.sql.node.NullTest;
import io.alchemy.sql.node.Operator;
import io.alchemy.sql.node.Ordered;
import io.alchemy.sql.node.RowComparison;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows after a position: {@code a > ? OR a = ? AND b > ?}, with nulls where the order puts them. Written as one comparison of
 * rows, which indexes serve best, where all elements go the same way and none can be null.
 */
final class KeysetCondition {
  private final SqlDialect dialect;
  private final boolean outerJoined;

  private KeysetCondition(SqlDialect dialect, boolean outerJoined) {
    this.dialect = dialect;
    this.outerJoined = outerJoined;
  }

  static Condition of(
      List<Ordered> order, Keyset position, List<From> elements, SqlDialect dialect) {
    List<BindValue<?>> values = position.values();
    if (order.size() != values.size()) {
      throw new CompileException("after(…) has "
          + values.size()
          + " values, and ORDER BY has "
          + order.size()
          + " elements: the position must come from the same order");
    }
    boolean outer = elements.stream().anyMatch(KeysetCondition::hasOuterJoin);
    return new KeysetCondition(dialect, outer).condition(order, values);
  }

  private Condition condition(List<Ordered> order, List<BindValue<?>> values) {
    boolean uniform = order.size() > 1;
    for (int i = 0; i < order.size(); i++) {
      uniform &= order.get(i).descending() == order.get(0).descending();
      uniform &= !canBeNull(order.get(i)) && values.get(i).value() != null;
    }
    if (uniform) {
      List<Expression<?>> left = new ArrayList<>();
      order.forEach(element -> left.add(plain(element)));
      return new RowComparison(beyond(order.get(0)), left, List.copyOf(values));
    }
    return from(0, order, values);
  }

  private Condition from(int i, List<Ordered> order, List<BindValue<?>> values) {
    Ordered element = order.get(i);
    BindValue<?> value = values.get(i);
    Condition after = after(element, value);
    if (i == order.size() - 1) {
      return after;
    }
    Condition equal = value.value() == null
        ? new NullTest(plain(element), false)
        : new Comparison(Operator.EQUAL, plain(element), value);
    return Junction.or(after, Junction.and(equal, from(i + 1, order, values)));
  }

  private Condition after(Ordered element, BindValue<?> value) {
    if (value.value() == null) {
      return nullsLast(element) ? new BooleanConstant(false) : new NullTest(plain(element), true);
    }
    Condition beyond = new Comparison(beyond(element), plain(element), value);
    return canBeNull(element) && nullsLast(element)
        ? Junction.or(beyond, new NullTest(plain(element), false))
        : beyond;
  }

  private static Operator beyond(Ordered element) {
    return element.descending() ? Operator.LESS : Operator.GREATER;
  }

  /** WHERE knows no labels. */
  private static Expression<?> plain(Ordered element) {
    return element.expression() instanceof Labeled<?> label
        ? label.expression()
        : element.expression();
  }

  private boolean nullsLast(Ordered element) {
    return switch (element.nulls()) {
      case FIRST -> false;
      case LAST -> true;
      case DEFAULT -> dialect.nullsAreLargest() != element.descending();
    };
  }

  private boolean canBeNull(Ordered element) {
    Expression<?> expression = plain(element);
    if (expression instanceof AliasColumn<?> aliased) {
      expression = aliased.column();
    }
    return outerJoined || !(expression instanceof Column<?> column) || column.isNullable();
  }

  private static boolean hasOuterJoin(From from) {
    return from instanceof JoinNode join
        && (join.kind() == JoinNode.Kind.LEFT
            || join.kind() == JoinNode.Kind.FULL
            || hasOuterJoin(join.left())
            || hasOuterJoin(join.right()));
  }
}

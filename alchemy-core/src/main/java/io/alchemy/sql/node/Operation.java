package io.alchemy.sql.node;

import io.alchemy.sql.Expression;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the two forms of arithmetic have in common.
 *
 * <p>{@code a + b - c} is a chain that leans to the left, a node for each operator; nothing here recurses along it, so that it
 * may be of any length.
 */
public interface Operation extends Node {
  Operator operator();

  Expression<?> left();

  Expression<?> right();

  /** The operations of equal precedence down the left side, the innermost first, this one last. */
  default List<Operation> chain() {
    Deque<Operation> chain = new ArrayDeque<>();
    Operation at = this;
    chain.addFirst(at);
    while (at.left() instanceof Operation next
        && next.operator().precedence() == operator().precedence()) {
      at = next;
      chain.addFirst(at);
    }
    return List.copyOf(chain);
  }

  @Override
  default void shape(ShapeWriter to) {
    if (!(left() instanceof Operation)) {
      to.token(operator()).child(left()).child(right());
      return;
    }
    List<Operation> chain = chain();
    for (int i = chain.size() - 1; i >= 0; i--) {
      to.token(chain.get(i).operator());
    }
    to.child(chain.get(0).left());
    for (Operation operation : chain) {
      to.child(operation.right());
    }
  }

  /** The operands of the whole chain. */
  @Override
  default List<Expression<?>> parts() {
    List<Operation> chain = chain();
    List<Expression<?>> operands = new ArrayList<>(chain.size() + 1);
    operands.add(chain.get(0).left());
    for (Operation operation : chain) {
      operands.add(operation.right());
    }
    return operands;
  }

  /** Whether two operations are of one class and equal, operator by operator and operand by operand. */
  static boolean equal(Operation one, @Nullable Object other) {
    return one == other
        || other instanceof Operation that
            && one.getClass() == that.getClass()
            && operators(one).equals(operators(that))
            && one.parts().equals(that.parts());
  }

  static int hash(Operation one) {
    return operators(one).hashCode() * 31 + one.parts().hashCode();
  }

  private static List<Operator> operators(Operation one) {
    return one.chain().stream().map(Operation::operator).toList();
  }
}

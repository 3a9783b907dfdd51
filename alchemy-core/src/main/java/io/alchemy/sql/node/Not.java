package io.alchemy.sql.node;

import io.alchemy.sql.Condition;
import io.alchemy.sql.Printer;
import java.util.List;

/** {@code NOT condition}, where the condition has no opposite of its own. */
public record Not(Condition condition) implements Condition, Node {
  @Override
  public Condition not() {
    return condition;
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(Not.class).child(condition);
  }

  @Override
  public List<?> parts() {
    return List.of(condition);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}

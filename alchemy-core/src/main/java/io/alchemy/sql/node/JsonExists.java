package io.alchemy.sql.node;

import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Printer;
import java.util.List;

/** Whether there is anything at a place inside a JSON document. */
public record JsonExists(Expression<?> document, List<Object> path, boolean negated)
    implements Condition, Node {
  @Override
  public Condition not() {
    return new JsonExists(document, path, !negated);
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(JsonExists.class).token(path).token(negated).child(document);
  }

  @Override
  public List<?> parts() {
    return List.of(document);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}

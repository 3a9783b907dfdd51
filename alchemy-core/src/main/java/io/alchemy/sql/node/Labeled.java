package io.alchemy.sql.node;

import io.alchemy.sql.Expression;
import io.alchemy.sql.Label;
import io.alchemy.sql.Printer;
import io.alchemy.types.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code expression AS name}. The same object in ORDER BY or GROUP BY is written as its name, so a shape tells one
 * object that is met twice from two equal ones.
 */
public record Labeled<T extends @Nullable Object>(Expression<T> expression, String name)
    implements Label<T>, Node {
  @Override
  public @Nullable SqlType<T> type() {
    return expression.type();
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(Labeled.class);
    if (to.anonymous(this)) {
      to.token(name).child(expression);
    }
  }

  @Override
  public List<?> parts() {
    return List.of(expression);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}

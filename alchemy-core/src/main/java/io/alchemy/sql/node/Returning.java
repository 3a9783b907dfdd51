package io.alchemy.sql.node;

import io.alchemy.sql.Executable;
import io.alchemy.sql.Printer;
import io.alchemy.sql.Selectable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code statement RETURNING columns}; of text, the columns that it gives.
 *
 * @param single whether a row of the result is the value of the only column
 */
public record Returning<R extends @Nullable Object>(
    Executable<?> statement, List<Selectable<?>> columns, boolean single)
    implements Executable<R>, Node {
  @Override
  public void shape(ShapeWriter to) {
    to.token(Returning.class).token(single).child(statement).children(columns);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}

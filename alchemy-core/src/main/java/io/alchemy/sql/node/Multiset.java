package io.alchemy.sql.node;

import io.alchemy.sql.Expression;
import io.alchemy.sql.Printer;
import io.alchemy.sql.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a subquery, aggregated into one value of each row around it. */
public record Multiset<R extends @Nullable Object>(Select<R> select)
    implements Expression<List<R>>, Node {
  @Override
  public void shape(ShapeWriter to) {
    to.token(Multiset.class).child(select);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}

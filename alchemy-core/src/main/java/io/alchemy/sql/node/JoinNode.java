package io.alchemy.sql.node;

import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.sql.From;
import io.alchemy.sql.Join;
import io.alchemy.sql.Printer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code left JOIN right ON on}.
 *
 * @param on null where it is to be inferred from the foreign keys, and for CROSS
 */
public record JoinNode(
    Kind kind, From left, From right, @Nullable Condition on) implements Join, RowSource, Node {
  /** How rows without a partner are treated. */
  public enum Kind {
    INNER("JOIN"),
    LEFT("LEFT JOIN"),
    FULL("FULL JOIN"),
    CROSS("CROSS JOIN");

    private final String sql;

    Kind(String sql) {
      this.sql = sql;
    }

    public String sql() {
      return sql;
    }
  }

  @Override
  public List<? extends Expression<?>> columns() {
    List<Expression<?>> columns = new ArrayList<>();
    if (left instanceof RowSource source) {
      columns.addAll(source.columns());
    }
    if (right instanceof RowSource source) {
      columns.addAll(source.columns());
    }
    return columns;
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(kind).child(left).child(right).child(on);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}

package io.alchemy.sql.node;

import io.alchemy.sql.Alias;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.sql.From;
import io.alchemy.sql.Printer;
import java.util.List;

/**
 * An expression about a table, read from an alias of it: while {@code part} is written, every column of {@code table} is
 * written as the alias's, attributes included once a registry has resolved them. A subquery that has the table in its own
 * FROM keeps its own. It is how a condition that a user wrote once serves joins that need aliases.
 */
public record Relocated(Expression<?> part, From table, Alias alias) implements Condition, Node {
  @Override
  public void shape(ShapeWriter to) {
    to.token(Relocated.class).child(part).child(table).child(alias);
  }

  @Override
  public List<?> parts() {
    return List.of(part);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}

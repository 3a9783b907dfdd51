package io.alchemy.compile;

import io.alchemy.error.CompileException;
import io.alchemy.schema.Column;
import io.alchemy.sql.Assignable;
import io.alchemy.sql.Expression;
import io.alchemy.sql.From;
import io.alchemy.sql.node.AliasColumn;
import io.alchemy.sql.node.EntityExpression;
import io.alchemy.sql.node.Excluded;
import io.alchemy.sql.node.NamedColumn;
import io.alchemy.sql.node.OutputColumn;
import io.alchemy.sql.node.SelectAlias;
import io.alchemy.sql.node.TableAlias;

/** Writes columns of aliases, subqueries and common table expressions. */
final class ColumnWriter {
  private final StatementWriter writer;

  ColumnWriter(StatementWriter writer) {
    this.writer = writer;
  }

  void write(AliasColumn<?> node) {
    Expression<?> column = node.column();
    if (column instanceof EntityExpression<?>) {
      column = writer.entitiesFor(column).resolve(column);
    }
    if (node.source() instanceof SelectAlias alias) {
      int position = writer.selects().position(alias.select(), column);
      if (position < 0) {
        throw new CompileException(
            "alias " + alias.name() + " has no column " + column + ": select it inside");
      }
      output(alias, position);
      return;
    }
    if (node.source() instanceof TableAlias alias) {
      From table = writer.sources().canonical(alias.table());
      if (column instanceof Column<?> plain && plain.table() == table) {
        writer.qualify(alias, node);
        writer.identifier(plain.name());
        return;
      }
      throw new CompileException(
          "alias " + alias.name() + " is of " + table + ", which has no column " + column);
    }
    throw new CompileException(node.source() + " has no column " + column);
  }

  void write(OutputColumn<?> node) {
    output(node.source(), node.position());
  }

  private void output(SelectAlias alias, int position) {
    writer.qualify(alias, "column " + position + " of " + alias.name());
    writer.identifier(writer.selects().outputNames(alias.select()).get(position));
  }

  void write(NamedColumn<?> node) {
    writer.qualify(node.source(), node.source().name() + "." + node.name());
    writer.identifier(node.name());
  }

  void write(Excluded<?> node) {
    writer.write("excluded.");
    writer.identifier(column(node.column()).name());
  }

  private Column<?> column(Assignable<?> assignable) {
    Object column = assignable;
    if (column instanceof EntityExpression<?> expression) {
      column = writer.entitiesFor(expression).resolve(expression);
    }
    if (column instanceof Column<?> plain) {
      return plain;
    }
    throw new CompileException(assignable + " is no column of a table");
  }
}

package io.alchemy.compile;

import io.alchemy.error.AlchemyException;
import io.alchemy.sql.Executable;
import io.alchemy.sql.Expression;
import io.alchemy.sql.From;
import io.alchemy.sql.Printer;
import io.alchemy.sql.node.BindList;
import io.alchemy.sql.node.Node;
import io.alchemy.sql.node.Ordered;
import io.alchemy.sql.node.Rollup;
import io.alchemy.sql.node.ShapeWriter;
import java.util.List;

/** Prints statements and their parts as standard SQL with {@code :named} binds. Never fails: it serves messages too. */
public final class StatementPrinter implements Printer {
  @Override
  public String print(Object part) {
    StatementWriter writer = new StatementWriter(PrintDialect.INSTANCE, new NamedStyle(), null);
    try {
      return print(part, writer);
    } catch (AlchemyException e) {
      return part.getClass().getSimpleName() + " (" + e.getMessage() + ")";
    }
  }

  private static String print(Object part, StatementWriter writer) {
    if (part instanceof Executable<?> statement && part instanceof Node node) {
      ShapeWriter shape = new ShapeWriter();
      node.shape(shape);
      return new StatementAssembly(writer, shape.parameters(), List.of())
          .write(statement)
          .toString();
    }
    if (part instanceof Expression<?> expression) {
      return writer.expression(expression).out().toString();
    }
    if (part instanceof Ordered ordered) {
      writer.expression(ordered.expression());
      FunctionWriter.direction(writer, ordered);
      return writer.out().toString();
    }
    if (part instanceof From from) {
      writer.froms().write(List.of(from), Scope.of(null, writer.sources().leaves(from)));
      return writer.out().toString();
    }
    if (part instanceof Rollup rollup) {
      return "ROLLUP " + rollup.columns();
    }
    if (part instanceof BindList list) {
      return list.values().size() + " values";
    }
    return part.getClass().getSimpleName();
  }
}

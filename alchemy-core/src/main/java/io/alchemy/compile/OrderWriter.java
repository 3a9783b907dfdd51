package io.alchemy.compile;

import io.alchemy.error.CompileException;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.sql.From;
import io.alchemy.sql.Grouping;
import io.alchemy.sql.Ordering;
import io.alchemy.sql.node.Labeled;
import io.alchemy.sql.node.Ordered;
import io.alchemy.sql.node.Outputs;
import io.alchemy.sql.node.Rollup;
import io.alchemy.sql.node.SelectSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes GROUP BY, ORDER BY and LIMIT, and the condition that continues after a position. */
final class OrderWriter {
  private final StatementWriter writer;
  private final SelectWriter selects;

  OrderWriter(StatementWriter writer, SelectWriter selects) {
    this.writer = writer;
    this.selects = selects;
  }

  void groupBy(SelectSpec spec, List<? extends Expression<?>> outputs, List<From> sources) {
    if (spec.groupBy().isEmpty()) {
      return;
    }
    writer.write(" GROUP BY ");
    for (int i = 0; i < spec.groupBy().size(); i++) {
      writer.write(i == 0 ? "" : ", ");
      Grouping element = spec.groupBy().get(i);
      if (element instanceof Rollup rollup) {
        rollup(rollup, outputs, sources);
      } else {
        grouped((Expression<?>) element, outputs, sources);
      }
    }
  }

  private void rollup(Rollup rollup, List<? extends Expression<?>> outputs, List<From> sources) {
    if (!writer.dialect().can(Capability.GROUPING_SETS)) {
      throw new CompileException(
          writer.dialect().name() + " has no ROLLUP: unite the groupings with unionAll(…)");
    }
    writer.write("ROLLUP (");
    for (int i = 0; i < rollup.columns().size(); i++) {
      writer.write(i == 0 ? "" : ", ");
      grouped(rollup.columns().get(i), outputs, sources);
    }
    writer.write(")");
  }

  /**
   * One element of GROUP BY. What is selected too and is more than a column is written by its name, since the database would
   * take its placeholders for other values; by its number, where a column has that name.
   */
  private void grouped(
      Expression<?> element, List<? extends Expression<?>> outputs, List<From> sources) {
    int position = selected(outputs, element);
    if (position >= 0
        && outputs.get(position) instanceof Labeled<?> label
        && (label == element || BindSearch.hasBinds(element))) {
      boolean hidden = ColumnNames.contain(sources, label.name(), selects);
      writer.write(
          hidden ? position(position, element) : writer.dialect().identifier(label.name()));
    } else if (position >= 0 && BindSearch.hasBinds(element)) {
      writer.write(position(position, element));
    } else {
      writer.expression(element);
    }
  }

  private String position(int position, Expression<?> element) {
    if (!writer.dialect().can(Capability.GROUP_BY_POSITION)) {
      throw new CompileException(writer.dialect().name()
          + " groups by no position in the select list, and "
          + element
          + " holds values, which it would take for others in GROUP BY: select it under a name that no"
          + " column has, with as(…), and group by that");
    }
    return String.valueOf(position + 1);
  }

  /** Where it is selected: itself, or under a label. */
  private static int selected(List<? extends Expression<?>> outputs, Expression<?> element) {
    for (int i = 0; i < outputs.size(); i++) {
      if (outputs.get(i) instanceof Labeled<?> label && label.expression() == element) {
        return i;
      }
    }
    return identical(outputs, element);
  }

  private static int identical(List<? extends Expression<?>> outputs, Expression<?> element) {
    for (int i = 0; i < outputs.size(); i++) {
      if (outputs.get(i) == element) {
        return i;
      }
    }
    return -1;
  }

  void orderBy(SelectSpec spec, List<? extends Expression<?>> outputs) {
    for (int i = 0; i < spec.orderBy().size(); i++) {
      writer.write(i == 0 ? " ORDER BY " : ", ");
      Ordered element = Ordered.of(spec.orderBy().get(i));
      if (element.expression() instanceof Labeled<?> label && identical(outputs, label) >= 0) {
        writer.identifier(label.name());
      } else {
        writer.expression(element.expression());
      }
      FunctionWriter.direction(writer, element);
    }
  }

  /** ORDER BY inside an aggregate, which has no names to order by. */
  void orderByValues(SelectSpec spec) {
    for (int i = 0; i < spec.orderBy().size(); i++) {
      writer.write(i == 0 ? " ORDER BY " : ", ");
      Ordered element = Ordered.of(spec.orderBy().get(i));
      writer.expression(element.expression());
      FunctionWriter.direction(writer, element);
    }
  }

  /** ORDER BY of a UNION, which can only name its columns. */
  void orderByOutput(
      SelectSpec spec, List<? extends Expression<?>> outputs, SelectWriter.Naming naming) {
    List<String> names = naming == SelectWriter.Naming.PLAIN
        ? OutputList.plain(outputs, selects)
        : OutputList.distinct(outputs, selects);
    for (int i = 0; i < spec.orderBy().size(); i++) {
      writer.write(i == 0 ? " ORDER BY " : ", ");
      Ordered element = Ordered.of(spec.orderBy().get(i));
      int position = Outputs.position(outputs, element.expression());
      if (position < 0 || BindSearch.differs(outputs.get(position), element.expression())) {
        throw new CompileException("ORDER BY of a UNION takes its columns, "
            + names
            + ", not "
            + element.expression()
            + ": give the object that the first member selects");
      }
      String name = names.get(position);
      boolean plain = OutputList.isNamed(outputs.get(position))
          && names.indexOf(name) == names.lastIndexOf(name);
      writer.write(plain ? writer.dialect().identifier(name) : String.valueOf(position + 1));
      FunctionWriter.direction(writer, element);
    }
  }

  void limit(SelectSpec spec) {
    Expression<?> limit = spec.limit();
    Expression<?> offset = spec.offset();
    if (limit != null) {
      writer.write(" LIMIT ").placed(limit, null, "limit");
    } else if (offset != null && writer.dialect().unlimited() != null) {
      writer.write(" LIMIT ").write(String.valueOf(writer.dialect().unlimited()));
    }
    if (offset != null) {
      writer.write(" OFFSET ").placed(offset, null, "offset");
    }
  }

  /** The condition of {@code after(position)}; null where there is none. */
  @Nullable
  Condition after(SelectSpec spec, List<From> elements) {
    if (spec.after() == null) {
      return null;
    }
    List<Ordered> order = new ArrayList<>();
    for (Ordering element : spec.orderBy()) {
      order.add(Ordered.of(element));
    }
    return KeysetCondition.of(order, spec.after(), elements, writer.dialect());
  }
}

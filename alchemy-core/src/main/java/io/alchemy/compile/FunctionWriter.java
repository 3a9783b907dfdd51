package io.alchemy.compile;

import io.alchemy.error.CompileException;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Ordering;
import io.alchemy.sql.Select;
import io.alchemy.sql.node.Call;
import io.alchemy.sql.node.Exists;
import io.alchemy.sql.node.Ordered;
import io.alchemy.sql.node.Window;
import io.alchemy.types.SqlType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes function calls with their windows, and subqueries that stand for values. */
final class FunctionWriter {
  /** Functions of which it is known that they change nothing, in any database. */
  private static final Set<String> ONLY_COMPUTE = Set.of(
      "count",
      "sum",
      "avg",
      "min",
      "max",
      "coalesce",
      "nullif",
      "lower",
      "upper",
      "length",
      "trim",
      "substr",
      "substring",
      "replace",
      "concat",
      "abs",
      "round",
      "row_number",
      "rank",
      "dense_rank",
      "lag",
      "lead",
      "first_value",
      "last_value");

  private final StatementWriter writer;
  private final ExpressionWriter expressions;

  FunctionWriter(StatementWriter writer, ExpressionWriter expressions) {
    this.writer = writer;
    this.expressions = expressions;
  }

  void write(Call call, @Nullable SqlType<?> type) {
    if (!ONLY_COMPUTE.contains(call.name().toLowerCase(Locale.ROOT))) {
      writer.doesMore();
    }
    writer.write(call.name()).write(call.star() ? "(*" : "(");
    writer.write(call.distinct() ? "DISTINCT " : "");
    list(call.arguments(), type);
    writer.write(")");
    if (!call.withinGroup().isEmpty()) {
      writer.write(" WITHIN GROUP (ORDER BY ");
      order(call.withinGroup());
      writer.write(")");
    }
    if (call.filter() != null) {
      require(Capability.AGGREGATE_FILTER, "FILTER after an aggregate");
      writer.write(" FILTER (WHERE ").expression(call.filter()).write(")");
    }
    if (call.over() != null) {
      over(call.over());
    }
  }

  private void list(List<? extends Expression<?>> items, @Nullable SqlType<?> type) {
    for (int i = 0; i < items.size(); i++) {
      writer.write(i == 0 ? "" : ", ");
      String name = i == 0 ? null : BindNames.of(items.get(0));
      expressions.write(items.get(i), type, name);
    }
  }

  private void over(Window window) {
    require(Capability.WINDOW_FUNCTIONS, "window functions");
    writer.write(" OVER (");
    String space = "";
    if (!window.partitionBy().isEmpty()) {
      writer.write("PARTITION BY ");
      list(window.partitionBy(), null);
      space = " ";
    }
    if (!window.orderBy().isEmpty()) {
      writer.write(space).write("ORDER BY ");
      order(window.orderBy());
      space = " ";
    }
    Window.Frame frame = window.frame();
    if (frame != null) {
      if (frame.unit().equals("GROUPS")) {
        require(Capability.FRAME_GROUPS, "frames by GROUPS");
      }
      writer.write(space).write(frame.unit()).write(" BETWEEN ");
      writer.write(bound(frame.from())).write(" AND ").write(bound(frame.to()));
    }
    writer.write(")");
  }

  private static String bound(Window.Bound bound) {
    return bound.offset() == null ? bound.side() : bound.offset() + " " + bound.side();
  }

  private void order(List<Ordering> elements) {
    for (int i = 0; i < elements.size(); i++) {
      writer.write(i == 0 ? "" : ", ");
      Ordered element = Ordered.of(elements.get(i));
      writer.expression(element.expression());
      direction(writer, element);
    }
  }

  /** What follows the expression of an ORDER BY element. */
  static void direction(StatementWriter writer, Ordered element) {
    writer.write(element.descending() ? " DESC" : "");
    if (element.nulls() != Ordered.Nulls.DEFAULT) {
      if (!writer.dialect().can(Capability.NULLS_ORDERING)) {
        throw new CompileException(writer.dialect().name() + " has no NULLS FIRST and NULLS LAST");
      }
      writer.write(element.nulls() == Ordered.Nulls.FIRST ? " NULLS FIRST" : " NULLS LAST");
    }
  }

  void subquery(String before, Select<?> select) {
    writer.write(before).write("(");
    writer.selects().value(select);
    writer.write(")");
  }

  void exists(Exists node) {
    subquery(node.negated() ? "NOT EXISTS " : "EXISTS ", node.select());
  }

  private void require(Capability capability, String what) {
    if (!writer.dialect().can(capability)) {
      throw new CompileException(writer.dialect().name() + " has no " + what);
    }
  }
}

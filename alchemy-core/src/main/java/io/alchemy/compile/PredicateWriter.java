package io.alchemy.compile;

import io.alchemy.sql.Expression;
import io.alchemy.sql.node.Between;
import io.alchemy.sql.node.BindValue;
import io.alchemy.sql.node.Comparison;
import io.alchemy.sql.node.InList;
import io.alchemy.sql.node.InSelect;
import io.alchemy.sql.node.Like;
import io.alchemy.sql.node.NullTest;
import io.alchemy.sql.node.Operator;
import io.alchemy.sql.node.Parameter;
import io.alchemy.sql.node.Precedence;
import io.alchemy.sql.node.RowComparison;
import io.alchemy.sql.node.TruthTest;
import io.alchemy.types.SqlType;
import io.alchemy.types.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes predicates: comparisons and their kin, none of which stands inside another without parentheses. */
final class PredicateWriter {
  private final StatementWriter writer;
  private final ExpressionWriter expressions;

  PredicateWriter(StatementWriter writer, ExpressionWriter expressions) {
    this.writer = writer;
    this.expressions = expressions;
  }

  void comparison(Comparison node) {
    operand(node.left(), node.right());
    writer.write(" ").write(operator(node.operator())).write(" ");
    operand(node.right(), node.left());
  }

  /** {@code IS DISTINCT FROM} is {@code IS NOT} where the database knows only that. */
  private String operator(Operator operator) {
    if (!writer.dialect().can(Capability.IS_DISTINCT_FROM)) {
      if (operator == Operator.DISTINCT) {
        return "IS NOT";
      }
      if (operator == Operator.NOT_DISTINCT) {
        return "IS";
      }
    }
    return operator.sql();
  }

  /** One side; its binds take the other side's type and name. */
  private void operand(Expression<?> side, Expression<?> other) {
    beside(other, side, writer.typeOf(other), BindNames.of(other));
  }

  /** An operand whose bind has its type from {@code other}, unless that is a bind as well. */
  private void beside(
      Expression<?> other, Expression<?> side, @Nullable SqlType<?> type, @Nullable String name) {
    if (isBind(side) && !isBind(other)) {
      writer.placed(side, type, name);
    } else {
      expressions.operand(side, Precedence.OTHER, type, name);
    }
  }

  private static boolean isBind(Expression<?> side) {
    return side instanceof BindValue<?> || side instanceof Parameter<?>;
  }

  void rows(RowComparison node) {
    row(node.left(), node.right());
    writer.write(" ").write(node.operator().sql()).write(" ");
    row(node.right(), node.left());
  }

  private void row(List<Expression<?>> side, List<Expression<?>> other) {
    writer.write("(");
    for (int i = 0; i < side.size(); i++) {
      writer.write(i == 0 ? "" : ", ");
      Expression<?> beside = other.get(i);
      SqlType<?> type = writer.typeOf(beside);
      if (isBind(beside)) {
        writer.expression(side.get(i), type, BindNames.of(beside));
      } else {
        writer.placed(side.get(i), type, BindNames.of(beside));
      }
    }
    writer.write(")");
  }

  void like(Like node) {
    String not = node.negated() ? " NOT" : "";
    String name = BindNames.of(node.text());
    SqlType<?> type = patternType(node.text());
    if (node.ignoreCase() && !writer.dialect().can(Capability.ILIKE)) {
      writer.write("lower(").expression(node.text()).write(")").write(not).write(" LIKE lower(");
      writer.expression(node.pattern(), type, name).write(")");
    } else {
      expressions.operand(node.text(), Precedence.OTHER, null, null);
      writer.write(not).write(node.ignoreCase() ? " ILIKE " : " LIKE ");
      beside(node.text(), node.pattern(), type, name);
    }
    if (node.escaped()) {
      writer.write(" ESCAPE '" + Like.ESCAPE + "'");
    }
  }

  private @Nullable SqlType<?> patternType(Expression<?> text) {
    SqlType<?> type = writer.typeOf(text);
    return type != null && type.javaType() == String.class ? type : Types.TEXT;
  }

  void between(Between node) {
    SqlType<?> type = writer.typeOf(node.value());
    String name = BindNames.of(node.value());
    expressions.operand(node.value(), Precedence.OTHER, writer.typeOf(node.low()), null);
    writer.write(node.negated() ? " NOT BETWEEN " : " BETWEEN ");
    beside(node.value(), node.low(), type, name);
    writer.write(" AND ");
    beside(node.value(), node.high(), type, name);
  }

  void nullTest(NullTest node) {
    expressions.operand(node.value(), Precedence.OTHER, null, null);
    writer.write(node.negated() ? " IS NOT NULL" : " IS NULL");
  }

  void inList(InList node) {
    SqlType<?> type = node.list().type();
    SqlType<?> known = type == null ? writer.typeOf(node.value()) : type;
    expressions.operand(node.value(), Precedence.OTHER, null, null);
    SqlType<?> array = writer.binds().isExecutable() ? ArrayForm.of(known, writer.dialect()) : null;
    if (array != null) {
      writer.write(node.negated() ? " <> ALL (" : " = ANY (");
      writer.binds().array(writer.out(), node.list(), array);
      writer.write(")");
      return;
    }
    writer.write(node.negated() ? " NOT IN (" : " IN (");
    writer.binds().list(writer.out(), node.list(), known, BindNames.of(node.value()));
    writer.write(")");
  }

  void inSelect(InSelect node) {
    expressions.operand(node.value(), Precedence.OTHER, null, null);
    writer.write(node.negated() ? " NOT IN (" : " IN (");
    writer.selects().value(node.select());
    writer.write(")");
  }

  void truthTest(TruthTest node) {
    if (writer.dialect().can(Capability.NATIVE_BOOLEAN)) {
      if (node.negated()) {
        writer.write("NOT ");
        expressions.operand(node.value(), Precedence.ATOM, Types.BOOLEAN, null);
      } else {
        writer.expression(node.value(), Types.BOOLEAN, null);
      }
    } else {
      expressions.operand(node.value(), Precedence.OTHER, Types.BOOLEAN, null);
      writer.write(node.negated() ? " = 0" : " = 1");
    }
  }

  void constant(boolean value) {
    if (writer.dialect().can(Capability.NATIVE_BOOLEAN)) {
      writer.write(value ? "TRUE" : "FALSE");
    } else {
      writer.write(value ? "1 = 1" : "1 = 0");
    }
  }
}

package io.alchemy.compile;

import io.alchemy.error.CompileException;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Select;
import io.alchemy.sql.node.Multiset;
import io.alchemy.sql.node.SelectAlias;
import io.alchemy.sql.node.SelectSpec;
import io.alchemy.types.SqlType;
import io.alchemy.types.Types;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as one value: {@code ARRAY(SELECT ARRAY[m.a, m.b] FROM (SELECT …) AS m)}, or by an aggregate,
 * {@code (SELECT json_agg(json_array(m.a, m.b)) FROM (SELECT …) AS m)}. Where a subquery in FROM cannot use the statement
 * around it, {@code (SELECT json_agg(json_array(t.a, t.b) ORDER BY t.c) FROM t)}.
 */
final class MultisetWriter {
  private final StatementWriter writer;

  MultisetWriter(StatementWriter writer) {
    this.writer = writer;
  }

  void write(Multiset<?> node) {
    SelectSpec spec = node.select().spec();
    if (writer.dialect().can(Capability.CORRELATED_FROM)) {
      rows(node.select(), writer.scope());
    } else if (isFlat(spec)) {
      writer.selects().folded(spec, writer.scope(), () -> folded(spec));
    } else {
      apart(node.select());
    }
    writer.write(syntax().rows().get(2));
  }

  private MultisetSyntax syntax() {
    return writer.dialect().multisets();
  }

  private void rows(Select<?> select, @Nullable Scope outer) {
    List<Expression<?>> outputs = writer.selects().outputs(select.spec().columns());
    List<String> names = writer.selects().outputNames(select);
    String alias = writer.names().of(new SelectAlias(SelectAlias.Kind.SUBQUERY, null, select));
    list(outputs, i -> writer.write(alias).write(".").identifier(names.get(i)), () -> {});
    writer.write(" FROM (");
    writer.selects().subquery(select, outer);
    writer.write(") AS ").write(alias);
  }

  /** Without what applies to the rows as a whole, so that its own FROM may stand beside the aggregate. */
  private static boolean isFlat(SelectSpec spec) {
    boolean limited = spec.limit() != null || spec.offset() != null || spec.after() != null;
    return spec.compound() == null
        && !limited
        && !spec.forUpdate()
        && !spec.distinct()
        && spec.distinctOn().isEmpty()
        && spec.groupBy().isEmpty()
        && spec.having() == null
        && spec.with().isEmpty();
  }

  private void folded(SelectSpec spec) {
    List<Expression<?>> outputs = writer.selects().outputs(spec.columns());
    list(
        outputs,
        i -> writer.expression(outputs.get(i)),
        () -> writer.selects().orders().orderByValues(spec));
  }

  private void apart(Select<?> select) {
    try {
      rows(select, null);
    } catch (CompileException correlated) {
      throw new CompileException(
          writer.dialect().name()
              + " lets no subquery in FROM use the statement around it, so a multiset(…) that does may have"
              + " no DISTINCT, GROUP BY, LIMIT or UNION: "
              + correlated.getMessage(),
          correlated);
    }
  }

  private void list(List<Expression<?>> outputs, IntConsumer value, Runnable order) {
    MultisetSyntax syntax = syntax();
    writer.write(syntax.rows().get(0)).write(syntax.row().get(0));
    for (int i = 0; i < outputs.size(); i++) {
      List<String> pieces = pieces(outputs.get(i));
      writer.write(i == 0 ? "" : ", ").write(pieces.get(0));
      for (String piece : pieces.subList(1, pieces.size())) {
        value.accept(i);
        writer.write(piece);
      }
    }
    writer.write(syntax.row().get(1));
    order.run();
    writer.write(syntax.rows().get(1));
  }

  private List<String> pieces(Expression<?> output) {
    if (MultisetCodec.multiset(output) != null) {
      List<String> text = syntax().element(Types.TEXT);
      List<String> json = syntax().json();
      return List.of(text.get(0) + json.get(0), json.get(1) + text.get(1));
    }
    SqlType<?> type = writer.typeOf(output);
    return syntax().element(type == null ? Types.TEXT : type);
  }
}

package io.alchemy.compile;

import io.alchemy.error.CompileException;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Select;
import io.alchemy.sql.node.JsonExists;
import io.alchemy.sql.node.JsonPath;
import io.alchemy.sql.node.Multiset;
import io.alchemy.sql.node.SelectAlias;
import io.alchemy.sql.node.SelectSpec;
import io.alchemy.types.SqlType;
import io.alchemy.types.Types;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Writes what looks into JSON, and lists of rows as JSON. */
final class JsonWriter {
  private final StatementWriter writer;

  JsonWriter(StatementWriter writer) {
    this.writer = writer;
  }

  void path(JsonPath<?> node) {
    JsonSyntax syntax = writer.dialect().json();
    about(
        node.document(),
        node.result() == JsonPath.Result.TEXT
            ? syntax.text(node.path())
            : syntax.value(node.path(), node.type()));
  }

  void exists(JsonExists node) {
    writer.write(node.negated() ? "NOT (" : "");
    about(node.document(), writer.dialect().json().exists(node.path()));
    writer.write(node.negated() ? ")" : "");
  }

  private void about(Expression<?> document, List<String> pieces) {
    writer.write(pieces.get(0));
    for (int i = 1; i < pieces.size(); i++) {
      writer.expression(document).write(pieces.get(i));
    }
  }

  /**
   * {@code (SELECT json_agg(json_array(m.a, m.b)) FROM (SELECT …) AS m)}: an array of arrays of texts. Where a subquery in FROM
   * cannot use the statement around it, {@code (SELECT json_agg(json_array(t.a, t.b) ORDER BY t.c) FROM t)}.
   */
  void multiset(Multiset<?> node) {
    SelectSpec spec = node.select().spec();
    writer.write("(SELECT ");
    if (writer.dialect().can(Capability.CORRELATED_FROM)) {
      rows(node.select(), writer.scope());
    } else if (isFlat(spec)) {
      writer.selects().folded(spec, writer.scope(), () -> folded(spec));
    } else {
      apart(node.select());
    }
    writer.write(")");
  }

  private void rows(Select<?> select, @Nullable Scope outer) {
    List<Expression<?>> outputs = writer.selects().outputs(select.spec().columns());
    List<String> names = writer.selects().outputNames(select);
    String alias = writer.names().of(new SelectAlias(SelectAlias.Kind.SUBQUERY, null, select));
    arrays(outputs, i -> writer.write(alias).write(".").identifier(names.get(i)), () -> {});
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
    arrays(
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

  private void arrays(List<Expression<?>> outputs, IntConsumer value, Runnable order) {
    JsonSyntax syntax = writer.dialect().json();
    writer.write(syntax.arrayOfRows().get(0)).write(syntax.array().get(0));
    for (int i = 0; i < outputs.size(); i++) {
      SqlType<?> type = writer.typeOf(outputs.get(i));
      List<String> pieces = syntax.element(type == null ? Types.TEXT : type);
      writer.write(i == 0 ? "" : ", ").write(pieces.get(0));
      for (String piece : pieces.subList(1, pieces.size())) {
        value.accept(i);
        writer.write(piece);
      }
    }
    writer.write(syntax.array().get(1));
    order.run();
    writer.write(syntax.arrayOfRows().get(1));
  }
}

package io.alchemy.compile;

import io.alchemy.sql.Expression;
import io.alchemy.sql.node.JsonExists;
import io.alchemy.sql.node.JsonPath;
import io.alchemy.sql.node.Multiset;
import io.alchemy.sql.node.SelectAlias;
import io.alchemy.types.SqlType;
import io.alchemy.types.Types;
import java.util.List;

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

  /** {@code (SELECT json_agg(json_array(m.a, m.b)) FROM (SELECT …) AS m)}: an array of arrays of texts. */
  void multiset(Multiset<?> node) {
    JsonSyntax syntax = writer.dialect().json();
    List<Expression<?>> outputs = writer.selects().outputs(node.select().spec().columns());
    List<String> names = writer.selects().outputNames(node.select());
    SelectAlias rows = new SelectAlias(SelectAlias.Kind.SUBQUERY, null, node.select());
    String alias = writer.names().of(rows);
    List<String> around = syntax.arrayOfRows();
    writer.write("(SELECT ").write(around.get(0)).write(syntax.arrayFunction()).write("(");
    for (int i = 0; i < outputs.size(); i++) {
      String column = alias + "." + writer.dialect().identifier(names.get(i));
      SqlType<?> type = writer.typeOf(outputs.get(i));
      writer.write(i == 0 ? "" : ", ");
      writer.write(syntax.element(column, type == null ? Types.TEXT : type));
    }
    writer.write(")").write(around.get(1)).write(" FROM (");
    writer.selects().subquery(node.select(), writer.scope());
    writer.write(") AS ").write(alias).write(")");
  }
}

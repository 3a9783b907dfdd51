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
    JsonSyntax.Around around = node.result() == JsonPath.Result.TEXT
        ? syntax.text(node.path())
        : syntax.value(node.path(), node.type());
    writer.write(around.before()).expression(node.document()).write(around.after());
  }

  void exists(JsonExists node) {
    JsonSyntax.Around around = writer.dialect().json().exists(node.path());
    writer.write(node.negated() ? "NOT (" : "");
    writer.write(around.before()).expression(node.document()).write(around.after());
    writer.write(node.negated() ? ")" : "");
  }

  /** {@code (SELECT json_agg(json_array(m.a, m.b)) FROM (SELECT …) AS m)}: an array of arrays of texts. */
  void multiset(Multiset<?> node) {
    JsonSyntax syntax = writer.dialect().json();
    List<Expression<?>> outputs = writer.selects().outputs(node.select().spec().columns());
    List<String> names = writer.selects().outputNames(node.select());
    SelectAlias rows = new SelectAlias(SelectAlias.Kind.SUBQUERY, null, node.select());
    String alias = writer.names().of(rows);
    JsonSyntax.Around around = syntax.arrayOfRows();
    writer
        .write("(SELECT ")
        .write(around.before())
        .write(syntax.arrayFunction())
        .write("(");
    for (int i = 0; i < outputs.size(); i++) {
      String column = alias + "." + writer.dialect().identifier(names.get(i));
      SqlType<?> type = writer.typeOf(outputs.get(i));
      writer.write(i == 0 ? "" : ", ");
      writer.write(syntax.element(column, type == null ? Types.TEXT : type));
    }
    writer.write(")").write(around.after()).write(" FROM (");
    writer.selects().subquery(node.select(), writer.scope());
    writer.write(") AS ").write(alias).write(")");
  }
}

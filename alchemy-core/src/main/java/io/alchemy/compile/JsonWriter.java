package io.alchemy.compile;

import io.alchemy.sql.Expression;
import io.alchemy.sql.node.JsonExists;
import io.alchemy.sql.node.JsonPath;
import java.util.List;

/** Writes what looks into JSON. */
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
      document(document);
      writer.write(pieces.get(i));
    }
  }

  private void document(Expression<?> document) {
    if (MultisetCodec.multiset(document) == null) {
      writer.expression(document);
    } else {
      List<String> json = writer.dialect().multisets().json();
      writer.write(json.get(0)).expression(document).write(json.get(1));
    }
  }
}

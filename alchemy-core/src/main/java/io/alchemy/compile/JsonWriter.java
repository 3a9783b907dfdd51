package io.alchemy.compile;

import io.alchemy.error.CompileException;
import io.alchemy.sql.node.JsonExists;
import io.alchemy.sql.node.JsonPath;
import io.alchemy.sql.node.Multiset;

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

  void multiset(Multiset<?> node) {
    throw new CompileException("multiset(…) cannot be written yet: " + node.select());
  }
}

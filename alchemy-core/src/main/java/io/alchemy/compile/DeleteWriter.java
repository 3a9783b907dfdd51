package io.alchemy.compile;

import io.alchemy.sql.From;
import io.alchemy.sql.node.DeleteSpec;
import java.util.ArrayList;
import java.util.List;

/** Writes DELETE; where the database has no USING, as an EXISTS that says the same. */
final class DeleteWriter {
  private final StatementWriter writer;
  private final DeleteSpec spec;
  private final TargetColumns target;

  DeleteWriter(StatementWriter writer, DeleteSpec spec) {
    this.writer = writer;
    this.spec = spec;
    this.target = new TargetColumns(writer, spec.target());
  }

  TargetColumns target() {
    return target;
  }

  List<From> using() {
    return UpdateWriter.extraFroms(writer, target, spec.using(), spec.where(), List.of());
  }

  void write() {
    List<From> using = using();
    List<From> all = new ArrayList<>(List.of(target.table()));
    all.addAll(using);
    Scope scope = Scope.of(null, writer.froms().sources(all));
    boolean exists = !using.isEmpty() && !writer.dialect().can(Capability.DELETE_USING);
    writer.write("DELETE FROM ").write(writer.names().table(target.table()));
    writer.inside(scope, () -> {
      if (!using.isEmpty()) {
        writer.write(exists ? " WHERE EXISTS (SELECT 1 FROM " : " USING ");
        writer.froms().write(using, scope);
      }
      if (spec.where() != null) {
        writer.write(" WHERE ").expression(spec.where());
      }
      writer.write(exists ? ")" : "");
    });
  }
}

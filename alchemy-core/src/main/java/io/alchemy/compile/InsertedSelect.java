package io.alchemy.compile;

import io.alchemy.schema.Column;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Select;
import io.alchemy.sql.Selectable;
import io.alchemy.sql.node.BooleanConstant;
import io.alchemy.sql.node.SelectAlias;
import io.alchemy.sql.node.SelectSpec;
import java.util.ArrayList;
import java.util.List;

/** The SELECT of an INSERT: the user's, with the client defaults of columns that it does not fill. */
final class InsertedSelect {
  private final StatementWriter writer;
  private final Select<?> source;

  InsertedSelect(StatementWriter writer, Select<?> source) {
    this.writer = writer;
    this.source = source;
  }

  void write(List<Column<?>> generated, boolean hasConflict) {
    // SQLite cannot tell ON CONFLICT from a join's ON unless a WHERE stands between.
    boolean needsWhere = hasConflict && !writer.dialect().can(Capability.CONFLICT_AFTER_JOIN);
    SelectSpec spec = source.spec();
    boolean plain = generated.isEmpty() && !needsWhere;
    if (plain) {
      writer.selects().write(spec, null, SelectWriter.Naming.PLAIN);
      return;
    }
    boolean simple = spec.compound() == null && !spec.isClosed() && !spec.distinct();
    if (!simple || !generated.isEmpty()) {
      around(generated, needsWhere);
      return;
    }
    SelectSpec changed = spec.where() == null && spec.groupBy().isEmpty()
        ? spec.change(d -> d.where = always())
        : spec;
    writer.selects().write(changed, null, SelectWriter.Naming.PLAIN);
  }

  private static Condition always() {
    return new BooleanConstant(true);
  }

  /** {@code SELECT anon.a, anon.b, ? FROM (the select) AS anon}. */
  private void around(List<Column<?>> generated, boolean needsWhere) {
    SelectAlias alias = new SelectAlias(SelectAlias.Kind.SUBQUERY, null, source);
    List<Selectable<?>> columns = new ArrayList<>(alias.columns());
    writer.write("SELECT ");
    writer.inside(Scope.of(null, List.of(alias)), () -> {
      writer.selects().list(writer.selects().outputs(columns), SelectWriter.Naming.PLAIN);
      for (Column<?> column : generated) {
        writer.write(", ");
        new InsertDefaults(writer).write(column);
      }
      writer.write(" FROM ");
      writer.froms().write(List.of(alias), Scope.of(null, List.of(alias)));
      if (needsWhere) {
        writer.write(" WHERE ").expression(always());
      }
    });
  }
}

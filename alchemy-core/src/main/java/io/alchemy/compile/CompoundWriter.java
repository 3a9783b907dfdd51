package io.alchemy.compile;

import io.alchemy.sql.Select;
import io.alchemy.sql.node.SelectSpec;
import io.alchemy.sql.node.SelectSpec.Compound;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes UNION and its kin. Nesting is kept by parentheses; a flat chain gets none. */
final class CompoundWriter {
  private final StatementWriter writer;
  private final SelectWriter selects;

  CompoundWriter(StatementWriter writer, SelectWriter selects) {
    this.writer = writer;
    this.selects = selects;
  }

  void write(
      SelectSpec spec, Compound compound, @Nullable Scope outer, SelectWriter.Naming naming) {
    for (int i = 0; i < compound.members().size(); i++) {
      Select<?> member = compound.members().get(i);
      if (i > 0) {
        writer.write(" ").write(compound.kind().sql()).write(" ");
      }
      member(member.spec(), compound, i, outer, naming);
    }
    writer.inside(Scope.of(outer, List.of()), () -> {
      selects.orders().orderByOutput(spec, selects.outputs(spec.columns()), naming);
      selects.orders().limit(spec);
    });
  }

  private void member(
      SelectSpec member,
      Compound around,
      int position,
      @Nullable Scope outer,
      SelectWriter.Naming naming) {
    // Only the first member's names count.
    SelectWriter.Naming own = position == 0 ? naming : SelectWriter.Naming.PLAIN;
    if (!needsParentheses(member, around, position)) {
      selects.write(member, outer, own);
    } else if (writer.dialect().can(Capability.NESTED_COMPOUNDS)) {
      writer.write("(");
      selects.write(member, outer, own);
      writer.write(")");
    } else {
      writer.write("SELECT * FROM (");
      selects.write(member, outer, position == 0 ? SelectWriter.Naming.DISTINCT : own);
      writer.write(")");
    }
  }

  private boolean needsParentheses(SelectSpec member, Compound around, int position) {
    if (member.isClosed()) {
      return true;
    }
    Compound inner = member.compound();
    if (inner == null) {
      return false;
    }
    // On the left, only an INTERSECT around binds tighter than what it holds; SQLite has one rank.
    return position > 0
        || (around.kind() == Compound.Kind.INTERSECT
            && inner.kind() != Compound.Kind.INTERSECT
            && writer.dialect().can(Capability.NESTED_COMPOUNDS));
  }
}

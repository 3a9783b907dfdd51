package io.alchemy.compile;

import io.alchemy.error.CompileException;
import io.alchemy.schema.Column;
import io.alchemy.sql.Delete;
import io.alchemy.sql.Executable;
import io.alchemy.sql.Expression;
import io.alchemy.sql.From;
import io.alchemy.sql.Insert;
import io.alchemy.sql.Select;
import io.alchemy.sql.Text;
import io.alchemy.sql.Update;
import io.alchemy.sql.node.Returning;
import io.alchemy.sql.node.UpdateSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a whole statement of any kind, and puts its parts together. */
final class StatementAssembly {
  private final StatementWriter writer;
  private final List<String> declared;
  private final List<String> named;
  private StatementKind kind = StatementKind.TEXT;
  private @Nullable ResultShape result;

  /**
   * A statement to write.
   *
   * @param declared the parameters that it has
   * @param given the names of the values that execution brings; of those that it does not have, INSERT and UPDATE make columns
   */
  StatementAssembly(StatementWriter writer, List<String> declared, Collection<String> given) {
    this.writer = writer;
    this.declared = declared;
    this.named = new ArrayList<>(given);
    named.removeAll(declared);
  }

  CompiledStatement compile(Executable<?> statement) {
    SqlText sql = write(statement);
    return new CompiledStatement(
        writer.dialect(),
        kind,
        sql,
        result,
        writer.tables(),
        kind == StatementKind.SELECT && writer.readsTables());
  }

  SqlText write(Executable<?> statement) {
    SqlText body = writer.apart(() -> any(statement));
    boolean changes = kind != StatementKind.SELECT && kind != StatementKind.TEXT && result == null;
    if (changes
        && !writer.with().isEmpty()
        && !writer.dialect().can(Capability.WITH_BEFORE_CHANGES)) {
      throw new CompileException(writer.dialect().name()
          + " has common table expressions for queries only: use a subquery here, or returning(…)");
    }
    SqlText whole = new SqlText();
    writer.with().writeTo(whole);
    return whole.append(body);
  }

  private void any(Executable<?> statement) {
    if (statement instanceof Select<?> select) {
      kind = StatementKind.SELECT;
      refuseNames();
      result = writer.selects().statement(select);
    } else if (statement instanceof Returning<?> returning) {
      returning(returning);
    } else if (statement instanceof Text text) {
      refuseNames();
      writer.expression(text);
    } else {
      modify(statement);
    }
  }

  private Modified modify(Executable<?> statement) {
    if (statement instanceof Insert insert) {
      kind = StatementKind.INSERT;
      InsertWriter insertion = new InsertWriter(writer, insert.spec(), named);
      insertion.write();
      return new Modified(insertion.target(), List.of());
    }
    if (statement instanceof Update update) {
      kind = StatementKind.UPDATE;
      UpdateWriter change = new UpdateWriter(writer, update.spec(), named);
      refuseAmbiguous(update.spec(), change.target());
      change.write();
      return new Modified(change.target(), change.froms());
    }
    if (statement instanceof Delete delete) {
      kind = StatementKind.DELETE;
      refuseNames();
      DeleteWriter deletion = new DeleteWriter(writer, delete.spec());
      deletion.write();
      return new Modified(deletion.target(), deletion.using());
    }
    throw new CompileException(
        "no way is known to compile a " + statement.getClass().getName() + ": " + statement);
  }

  /** What was written to, and what else stands in the statement. */
  private record Modified(TargetColumns target, List<From> others) {}

  private void returning(Returning<?> returning) {
    if (returning.statement() instanceof Text text) {
      refuseNames();
      writer.expression(text);
      List<Expression<?>> outputs = writer.selects().outputs(returning.columns());
      writer.inside(null, () -> result = ResultShape.of(writer, outputs));
      return;
    }
    if (!writer.dialect().can(Capability.RETURNING)) {
      throw new CompileException(writer.dialect().name() + " has no RETURNING");
    }
    List<Expression<?>> outputs = writer.selects().outputs(returning.columns());
    if (writer.dialect().can(Capability.FINAL_TABLE)) {
      changedTable(returning.statement(), outputs);
      return;
    }
    Modified modified = modify(returning.statement());
    writer.write(" RETURNING ");
    changedRows(modified, outputs);
  }

  private void changedRows(Modified modified, List<Expression<?>> outputs) {
    requireOwn(outputs, modified.others);
    writer.inside(scope(modified), () -> {
      writer.selects().list(outputs, SelectWriter.Naming.PLAIN);
      result = ResultShape.of(writer, outputs);
    });
  }

  private void requireOwn(List<Expression<?>> outputs, List<From> others) {
    if (others.isEmpty() || writer.dialect().can(Capability.RETURNING_OTHER_TABLES)) {
      return;
    }
    List<From> foreign = writer.froms().sources(others);
    for (Expression<?> output : outputs) {
      if (writer.sources().of(output).stream().anyMatch(foreign::contains)) {
        throw new CompileException(writer.dialect().name()
            + " returns columns of the changed table only, and "
            + output
            + " is of another: select it in a statement of its own");
      }
    }
  }

  /** {@code SELECT id FROM FINAL TABLE (INSERT INTO page …) AS page}; of deleted rows there is the old table only. */
  private void changedTable(Executable<?> statement, List<Expression<?>> outputs) {
    List<Modified> modified = new ArrayList<>(1);
    SqlText change = writer.aside(() -> modified.add(modify(statement)));
    TargetColumns target = modified.get(0).target;
    writer.write("SELECT ");
    changedRows(modified.get(0), outputs);
    writer.write(statement instanceof Delete ? " FROM OLD TABLE (" : " FROM FINAL TABLE (");
    writer.out().append(change);
    writer.write(") AS ").write(writer.names().of(target.table()));
  }

  private Scope scope(Modified modified) {
    if (modified.others.isEmpty()) {
      return Scope.bare(modified.target.table());
    }
    List<From> all = new ArrayList<>(List.of(modified.target.table()));
    all.addAll(modified.others);
    return Scope.of(null, writer.froms().sources(all));
  }

  private void refuseNames() {
    if (!named.isEmpty()) {
      throw new CompileException("values are given for "
          + named
          + ", and the statement has "
          + (declared.isEmpty() ? "no parameters" : "the parameters " + declared));
    }
  }

  /** A name that is a parameter of WHERE cannot be meant as the column to set. */
  private void refuseAmbiguous(UpdateSpec spec, TargetColumns target) {
    for (String name : declared) {
      boolean column = target.table().hasColumn(name);
      boolean set = column
          && spec.settings().stream()
              .anyMatch(setting -> isSet(target.table().column(name), setting.column(), target));
      if (column && !set && spec.settings().isEmpty()) {
        throw new CompileException("the parameter :"
            + name
            + " has the name of a column of "
            + target.table()
            + ", so a value given by that name could be meant for either: rename the"
            + " parameter");
      }
    }
  }

  private static boolean isSet(
      Column<?> column, io.alchemy.sql.Assignable<?> assignable, TargetColumns target) {
    return target.column(assignable) == column;
  }
}

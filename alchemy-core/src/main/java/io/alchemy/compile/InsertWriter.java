package io.alchemy.compile;

import io.alchemy.error.CompileException;
import io.alchemy.schema.Column;
import io.alchemy.sql.Assignable;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Select;
import io.alchemy.sql.node.InsertSpec;
import io.alchemy.sql.node.InsertSpec.Conflict;
import io.alchemy.sql.node.Setting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes INSERT, or the MERGE that an upsert is on some databases: its columns, and its rows with their client defaults. */
final class InsertWriter {
  private final StatementWriter writer;
  private final InsertSpec spec;
  private final TargetColumns target;
  private final List<Column<?>> parameters;
  private final InsertDefaults defaults;
  private final boolean merges;

  /**
   * An INSERT.
   *
   * @param parameters the columns whose values execution gives by name
   */
  InsertWriter(StatementWriter writer, InsertSpec spec, Collection<String> parameters) {
    this.writer = writer;
    this.spec = spec;
    this.target = new TargetColumns(writer, spec.target());
    this.parameters = target.named(parameters);
    this.defaults = new InsertDefaults(writer);
    this.merges = spec.conflict() != null && writer.dialect().can(Capability.MERGE);
  }

  TargetColumns target() {
    return target;
  }

  void write() {
    Conflict conflict = spec.conflict();
    writer.write(merges ? "MERGE INTO " : "INSERT INTO ");
    writer.write(writer.names().table(target.table())).write(merges ? " USING (" : " ");
    List<Column<?>> inserted = spec.source() == null ? values() : select(spec.source());
    if (conflict == null) {
      return;
    }
    ConflictWriter clause = new ConflictWriter(writer, target, conflict, inserted);
    if (merges) {
      writer.write(") AS ").write(ConflictWriter.PROPOSED).write(" ").names(inserted);
      clause.merge();
    } else {
      clause.onConflict();
    }
  }

  private List<Column<?>> values() {
    List<Map<Column<?>, Expression<?>>> rows = rows();
    Set<Column<?>> given = new LinkedHashSet<>(rows.get(0).keySet());
    if (rows.size() > 1 && !parameters.isEmpty()) {
      throw new CompileException("an INSERT of several rows cannot be given values by name too: "
          + parameters
          + "; give them to executeMany(…), or in the rows");
    }
    given.addAll(parameters);
    List<Column<?>> columns = new ArrayList<>(given);
    columns.addAll(defaults.missing(target.table().columns(), given));
    if (columns.isEmpty()) {
      defaultsOnly(rows.size());
      return columns;
    }
    head(columns);
    writer.write("VALUES ");
    if (!(spec.isUniform() && writtenTogether(columns, rows.get(0)))) {
      for (int i = 0; i < rows.size(); i++) {
        writer.write(i == 0 ? "" : ", ");
        row(columns, rows.get(i), i);
      }
    }
    return columns;
  }

  private boolean writtenTogether(List<Column<?>> columns, Map<Column<?>, Expression<?>> first) {
    return writer
        .binds()
        .rows(writer.out(), spec.rows(), () -> writer.aside(() -> row(columns, first, 0)));
  }

  private void defaultsOnly(int rows) {
    if (rows > 1 || merges || !writer.dialect().can(Capability.INSERT_DEFAULT_VALUES)) {
      throw new CompileException("an INSERT of "
          + rows
          + " row(s) without columns cannot be written: give a column, or one row at a time");
    }
    writer.write("DEFAULT VALUES");
  }

  private List<Map<Column<?>, Expression<?>>> rows() {
    List<Map<Column<?>, Expression<?>>> rows = new ArrayList<>();
    for (InsertSpec.RowValues row : spec.rows()) {
      Map<Column<?>, Expression<?>> values = new java.util.LinkedHashMap<>();
      for (Setting setting : row.settings()) {
        values.put(target.column(setting.column()), setting.value());
      }
      rows.add(values);
    }
    if (rows.isEmpty()) {
      rows.add(new HashMap<>());
    }
    return rows;
  }

  /** The columns that are filled; MERGE has them after the rows. */
  private void head(List<Column<?>> columns) {
    if (!merges) {
      writer.names(columns).write(" ");
    }
  }

  private void row(List<Column<?>> columns, Map<Column<?>, Expression<?>> row, int number) {
    for (Column<?> column : row.keySet()) {
      if (!columns.contains(column)) {
        throw new CompileException("row "
            + number
            + " gives "
            + column
            + ", which the first row does not: the first row fixes the columns");
      }
    }
    for (int i = 0; i < columns.size(); i++) {
      writer.write(i == 0 ? "(" : ", ");
      Column<?> column = columns.get(i);
      if (merges) {
        // The row stands in no column yet.
        writer.typed(column.type(), () -> value(column, row, number));
      } else {
        value(column, row, number);
      }
    }
    writer.write(")");
  }

  private void value(Column<?> column, Map<Column<?>, Expression<?>> row, int number) {
    if (parameters.contains(column)) {
      writer.binds().parameter(writer.out(), column.key(), column.type().assigned());
      return;
    }
    Expression<?> value = row.get(column);
    if (value != null) {
      writer.placed(value, column.type().assigned(), column.key());
    } else if (defaults.has(column)) {
      defaults.write(column);
    } else {
      throw new CompileException("row "
          + number
          + " does not give "
          + column
          + ", which the first row does, and the column has no client default");
    }
  }

  /** {@code INSERT … SELECT}; columns with client defaults that it does not fill are appended to both. */
  private List<Column<?>> select(Select<?> source) {
    List<Column<?>> columns = new ArrayList<>();
    for (Assignable<?> assignable : spec.columns()) {
      columns.add(target.column(assignable));
    }
    if (!parameters.isEmpty()) {
      throw new CompileException(
          "INSERT … SELECT cannot be given values by name: " + parameters + "; select them");
    }
    int selected = writer.selects().outputs(source.spec().columns()).size();
    if (columns.isEmpty()) {
      columns.addAll(target.table().columns());
    }
    if (columns.size() != selected) {
      throw new CompileException("INSERT INTO "
          + target.table()
          + " fills "
          + columns.size()
          + " columns from a SELECT of "
          + selected
          + ": name the columns with columns(…)");
    }
    List<Column<?>> generated = defaults.missing(target.table().columns(), columns);
    columns.addAll(generated);
    head(columns);
    new InsertedSelect(writer, source).write(generated, spec.conflict() != null);
    return columns;
  }
}

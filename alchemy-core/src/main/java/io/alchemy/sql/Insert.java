package io.alchemy.sql;

import io.alchemy.error.ArgumentException;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.sql.node.ColumnName;
import io.alchemy.sql.node.EntityClass;
import io.alchemy.sql.node.InsertSpec;
import io.alchemy.sql.node.InsertSpec.RowValues;
import io.alchemy.sql.node.Node;
import io.alchemy.sql.node.Returning;
import io.alchemy.sql.node.Setting;
import io.alchemy.sql.node.ShapeWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * {@code INSERT INTO table (…) VALUES (…)}. Immutable: every method gives a new statement.
 *
 * <p>Columns that are not given get their client default, once for each row; without one they are left to the database.
 */
@CheckReturnValue
public final class Insert implements Executable<Void>, Node {
  private final InsertSpec spec;

  private Insert(InsertSpec spec) {
    this.spec = spec;
  }

  /** A statement of its parts, for whoever changes statements; users start with {@link Sql#insert}. */
  public static Insert of(InsertSpec spec) {
    return new Insert(spec);
  }

  /** Its parts. */
  public InsertSpec spec() {
    return spec;
  }

  /** {@code column = value}; null is written as NULL. */
  public <T extends @Nullable Object> Insert set(Assignable<T> column, @Nullable T value) {
    return with(Values.value(column, value));
  }

  /** {@code column = value}, computed by the database. */
  public <T extends @Nullable Object> Insert set(
      Assignable<T> column, Expression<? extends T> value) {
    return with(new Setting(column, value));
  }

  /** {@code column = NULL}. */
  public Insert setNull(Assignable<?> column) {
    return with(Values.value(column, null));
  }

  /** Sets columns by name; an unknown name is an error when the statement is compiled. */
  public Insert values(Map<String, ?> row) {
    Insert changed = this;
    for (Setting setting : settings(row)) {
      changed = changed.with(setting);
    }
    return changed;
  }

  private Insert with(Setting setting) {
    valuesOnly("set");
    if (spec.rows().size() > 1) {
      throw new InvalidRequestException("set(…) after rows(…): the statement has "
          + spec.rows().size()
          + " rows already, so give the column in each of them");
    }
    List<Setting> row = spec.rows().isEmpty() ? List.of() : spec.rows().get(0).settings();
    return new Insert(spec.withRows(List.of(new RowValues(Setting.with(row, setting)))));
  }

  /** Several rows in one statement. The first fixes the columns; a later one must give all of them. */
  public Insert rows(Collection<? extends Map<String, ?>> rows) {
    List<RowValues> added = new ArrayList<>(rows.size());
    for (Map<String, ?> row : rows) {
      added.add(new RowValues(settings(row)));
    }
    return withRows(added);
  }

  /** Several rows in one statement, made of {@code items}: {@code rows(dtos, (v, d) -> v.set(PAGE.title, d.title()))}. */
  public <D> Insert rows(Collection<D> items, BiFunction<Values, ? super D, Values> row) {
    List<RowValues> added = new ArrayList<>(items.size());
    for (D item : items) {
      added.add(new RowValues(row.apply(Values.NONE, item).settings()));
    }
    return withRows(added);
  }

  private Insert withRows(List<RowValues> added) {
    valuesOnly("rows");
    if (added.isEmpty()) {
      throw new ArgumentException("rows(…) was given no rows; leave the statement out instead");
    }
    List<RowValues> rows = new ArrayList<>(spec.rows());
    rows.addAll(added);
    return new Insert(spec.withRows(rows));
  }

  private static List<Setting> settings(Map<String, ?> row) {
    List<Setting> settings = new ArrayList<>(row.size());
    row.forEach((name, value) -> settings.add(
        value instanceof Expression<?> expression
            ? new Setting(new ColumnName(name), expression)
            : Values.value(new ColumnName(name), value)));
    return settings;
  }

  private void valuesOnly(String method) {
    if (spec.source() != null) {
      throw new InvalidRequestException(
          method + "(…) on an INSERT whose rows come from fromSelect(…): select the value there");
    }
  }

  /** The columns that {@link #fromSelect} fills, in its order. */
  public Insert columns(Assignable<?>... columns) {
    List<Assignable<?>> filled = Operands.present("columns", Arrays.asList(columns));
    return new Insert(spec.withSource(filled, spec.source()));
  }

  /** {@code INSERT INTO table (columns) SELECT …}. */
  public Insert fromSelect(Select<?> source) {
    if (!spec.rows().isEmpty()) {
      throw new InvalidRequestException(
          "fromSelect(…) on an INSERT that has values already: select them instead");
    }
    return new Insert(spec.withSource(spec.columns(), source));
  }

  /** {@code ON CONFLICT (key) DO …}: what happens to a row whose key is there already. */
  public OnConflict onConflict(Assignable<?>... key) {
    return new OnConflict(this, Operands.present("onConflict", Arrays.asList(key)));
  }

  /** {@code RETURNING one}. */
  public <T extends @Nullable Object> Executable<T> returning(Selectable<T> one) {
    return new Returning<>(this, List.of(one), true);
  }

  /** {@code RETURNING first, second, more}. */
  public Executable<Row> returning(
      Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
    return new Returning<>(this, Calls.list(first, second, more), false);
  }

  /** The rows as instances of a mapped class; needs a session. */
  public <E> Executable<E> returning(Class<E> entity) {
    return new Returning<>(this, List.of(new EntityClass<>(entity)), true);
  }

  @Override
  public void shape(ShapeWriter to) {
    to.child(spec);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Insert that && spec.equals(that.spec);
  }

  @Override
  public int hashCode() {
    return spec.hashCode();
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}

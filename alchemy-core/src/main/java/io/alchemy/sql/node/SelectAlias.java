package io.alchemy.sql.node;

import io.alchemy.error.ArgumentException;
import io.alchemy.sql.Alias;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Printer;
import io.alchemy.sql.Select;
import io.alchemy.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row source that is a SELECT: a subquery, a common table expression, or the name by which a recursive one refers to
 * itself. Known by identity, so that a statement's shape tells one that is used twice from two that look alike.
 */
public final class SelectAlias implements Alias, RowSource, Node {
  /** What stands in FROM. */
  public enum Kind {
    SUBQUERY,
    LATERAL,
    CTE,
    /** The name of the recursive CTE around. */
    RECURSION
  }

  private final Kind kind;
  private final @Nullable String name;
  private final Select<?> select;
  private final @Nullable Select<?> step;
  private final @Nullable SelectAlias definition;

  private SelectAlias(
      Kind kind,
      @Nullable String name,
      Select<?> select,
      @Nullable Select<?> step,
      @Nullable SelectAlias definition) {
    this.kind = kind;
    this.name = name;
    this.select = select;
    this.step = step;
    this.definition = definition;
  }

  /** One without a name gets it where it is written. */
  public SelectAlias(Kind kind, @Nullable String name, Select<?> select) {
    this(kind, name, select, null, null);
  }

  /** The recursive CTE whose own name {@code recursion} was in {@code step}. */
  public static SelectAlias recursive(SelectAlias recursion, Select<?> step) {
    return new SelectAlias(Kind.CTE, recursion.name, recursion.select, step, recursion);
  }

  public Kind kind() {
    return kind;
  }

  /** The SELECT whose columns it has. */
  public Select<?> select() {
    return select;
  }

  /** The recursive part; null where there is none. */
  public @Nullable Select<?> step() {
    return step;
  }

  /** By which name the recursive part refers to the whole. */
  public @Nullable SelectAlias recursion() {
    return step == null ? null : definition;
  }

  /** The common table expression behind another name for it; itself, if it has no other. */
  public SelectAlias definition() {
    return definition == null || step != null ? this : definition;
  }

  public boolean isAnonymous() {
    return name == null;
  }

  @Override
  public String name() {
    return name == null ? "anonymous" : name;
  }

  @Override
  @SuppressWarnings("unchecked") // a subquery's column has its expression's type
  public <T extends @Nullable Object> Expression<T> get(Expression<T> column) {
    List<? extends Expression<?>> selected = select.spec().outputs();
    int position = Outputs.position(selected, column);
    if (position >= 0) {
      return new OutputColumn<>(this, position, (SqlType<T>) column.type());
    }
    if (select.spec().columnsAreKnown()) {
      throw new ArgumentException("alias "
          + name()
          + " has no column "
          + column
          + "; it has "
          + selected
          + ": select it inside, and give the same object here");
    }
    return new AliasColumn<>(this, column, (SqlType<T>) column.type());
  }

  @Override
  public <T extends @Nullable Object> Expression<T> get(String column, SqlType<T> type) {
    return new NamedColumn<>(this, column, type);
  }

  @Override
  public Alias as(String other) {
    SelectAlias of = kind == Kind.CTE || kind == Kind.RECURSION ? definition() : null;
    return new SelectAlias(kind, other, select, null, of);
  }

  @Override
  public List<? extends Expression<?>> columns() {
    List<? extends Expression<?>> selected = select.spec().outputs();
    List<Expression<?>> columns = new ArrayList<>(selected.size());
    for (int i = 0; i < selected.size(); i++) {
      columns.add(new OutputColumn<>(this, i, selected.get(i).type()));
    }
    return columns;
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(kind);
    if (to.anonymous(this)) {
      to.token(name).child(select).child(step).child(definition);
    }
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}

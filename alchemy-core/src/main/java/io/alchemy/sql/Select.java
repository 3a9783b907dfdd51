package io.alchemy.sql;

import io.alchemy.error.ArgumentException;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.sql.node.BindValue;
import io.alchemy.sql.node.EntityClass;
import io.alchemy.sql.node.JoinNode;
import io.alchemy.sql.node.JoinStep;
import io.alchemy.sql.node.Node;
import io.alchemy.sql.node.RecordFields;
import io.alchemy.sql.node.ScalarSelect;
import io.alchemy.sql.node.SelectAlias;
import io.alchemy.sql.node.SelectDraft;
import io.alchemy.sql.node.SelectSpec;
import io.alchemy.sql.node.SelectSpec.Compound;
import io.alchemy.sql.node.ShapeWriter;
import io.alchemy.types.SqlType;
import io.alchemy.types.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT. Immutable: every method gives a new statement.
 *
 * <p>What is selected from is what {@link #from} and the joins say, or else what the selected columns belong to; two row
 * sources that nothing connects are an error unless {@link From#crossJoin} was written.
 *
 * @param <R> what one row of its result is
 */
@CheckReturnValue
public final class Select<R extends @Nullable Object> implements Executable<R>, Node {
  private final SelectSpec spec;

  private Select(SelectSpec spec) {
    this.spec = spec;
  }

  /** A statement of its parts, for whoever changes statements; users start with {@link Sql#select}. */
  public static <R extends @Nullable Object> Select<R> of(SelectSpec spec) {
    return new Select<>(spec);
  }

  /** Its parts. */
  public SelectSpec spec() {
    return spec;
  }

  /** {@code FROM first, more}, in place of what the columns belong to. */
  public Select<R> from(From first, From... more) {
    simple("from");
    List<From> added =
        SelectDraft.plus(List.of(first), Operands.<From>present("from", Arrays.asList(more)));
    return of(spec.froms(SelectDraft.plus(spec.froms(), added)));
  }

  /** FROM the table of a mapped class. */
  public Select<R> from(Class<?> entity) {
    return from(new EntityClass<>(entity));
  }

  /**
   * {@code JOIN right ON …}, the condition inferred from the one foreign key between {@code right} and what is joined so
   * far.
   */
  public Select<R> join(From right) {
    return join(JoinNode.Kind.INNER, right, null);
  }

  /** {@code JOIN right ON on}. */
  public Select<R> join(From right, Condition on) {
    return join(JoinNode.Kind.INNER, right, on);
  }

  /** JOIN along a mapped relationship. */
  public Select<R> join(Joinable relationship) {
    return join(JoinNode.Kind.INNER, relationship);
  }

  /** {@code JOIN} the table of a mapped class, the condition inferred from the one foreign key. */
  public Select<R> join(Class<?> entity) {
    return join(new EntityClass<>(entity));
  }

  /** {@code JOIN} the table of a mapped class {@code ON on}. */
  public Select<R> join(Class<?> entity, Condition on) {
    return join(new EntityClass<>(entity), on);
  }

  /** {@code LEFT JOIN right ON …}, the condition inferred as in {@link #join(From)}. */
  public Select<R> leftJoin(From right) {
    return join(JoinNode.Kind.LEFT, right, null);
  }

  /** {@code LEFT JOIN right ON on}. */
  public Select<R> leftJoin(From right, Condition on) {
    return join(JoinNode.Kind.LEFT, right, on);
  }

  /**
   * LEFT JOIN along a mapped relationship; along one through a link table, two of them where the link's foreign key may not be NULL, which
   * is taken to hold: a link that leads nowhere all the same would give a row without a member.
   */
  public Select<R> leftJoin(Joinable relationship) {
    return join(JoinNode.Kind.LEFT, relationship);
  }

  private Select<R> join(JoinNode.Kind kind, From right, @Nullable Condition on) {
    return join(new JoinStep(kind, right, on, null));
  }

  private Select<R> join(JoinNode.Kind kind, Joinable relationship) {
    return join(new JoinStep(kind, null, null, relationship));
  }

  private Select<R> join(JoinStep step) {
    simple("join");
    return of(spec.change(d -> d.joins = SelectDraft.plus(d.joins, List.of(step))));
  }

  /**
   * {@code WHERE} all of the conditions, beside those given before. None adds nothing.
   *
   * @throws ArgumentException when one of them is null; see {@link #whereIf}
   */
  public Select<R> where(Condition... conditions) {
    simple("where");
    Condition where = Operands.all("where", spec.where(), conditions);
    return of(spec.where(where));
  }

  /** {@code WHERE} all of the conditions. */
  public Select<R> where(Collection<? extends Condition> conditions) {
    return where(conditions.toArray(Condition[]::new));
  }

  /** The condition if {@code apply}, which is asked for only then. */
  public Select<R> whereIf(boolean apply, Supplier<? extends Condition> condition) {
    return apply ? where(condition.get()) : this;
  }

  /** The condition on {@code value} if there is one: {@code whereIfPresent(name, PAGE.title::startsWith)}. */
  public <V> Select<R> whereIfPresent(
      @Nullable V value, Function<? super V, ? extends Condition> condition) {
    return value == null ? this : where(condition.apply(value));
  }

  /** {@code GROUP BY}; a label that is selected is written by its name. */
  public Select<R> groupBy(Grouping... elements) {
    simple("groupBy");
    List<Grouping> added = Operands.present("groupBy", Arrays.asList(elements));
    return of(spec.change(d -> d.groupBy = SelectDraft.plus(d.groupBy, added)));
  }

  /** {@code HAVING} all of the conditions. */
  public Select<R> having(Condition... conditions) {
    simple("having");
    Condition having = Operands.all("having", spec.having(), conditions);
    return of(spec.change(d -> d.having = having));
  }

  /** {@code ORDER BY}; a label that is selected is written by its name. */
  public Select<R> orderBy(Ordering... elements) {
    return orderBy(Arrays.asList(elements));
  }

  /** {@code ORDER BY} the elements. */
  public Select<R> orderBy(Collection<? extends Ordering> elements) {
    List<Ordering> added = Operands.present("orderBy", elements);
    return of(spec.orderBy(SelectDraft.plus(spec.orderBy(), added)));
  }

  /** At most so many rows. */
  public Select<R> limit(long rows) {
    return of(spec.limit(count("limit", rows)));
  }

  /** Without so many rows at the beginning. */
  public Select<R> offset(long rows) {
    return of(spec.change(d -> d.offset = count("offset", rows)));
  }

  private static Expression<?> count(String clause, long rows) {
    if (rows < 0) {
      throw new ArgumentException(clause + "(" + rows + "): a count of rows cannot be negative");
    }
    return new BindValue<>(Types.BIGINT, rows);
  }

  /** Continues after a position in the order of {@link #orderBy}; null begins at the beginning. */
  public Select<R> after(@Nullable Keyset position) {
    return of(spec.change(d -> d.after = position));
  }

  /** {@code SELECT DISTINCT}. */
  public Select<R> distinct() {
    simple("distinct");
    return of(spec.change(d -> d.distinct = true));
  }

  /** {@code SELECT DISTINCT ON (columns)}: of the rows that agree in them, the first in the order. */
  public Select<R> distinctOn(Expression<?>... columns) {
    simple("distinctOn");
    List<Expression<?>> on = Operands.present("distinctOn", Arrays.asList(columns));
    return of(spec.change(d -> d.distinctOn = on));
  }

  /** Takes these from the statement around, although the columns selected belong to them. */
  public Select<R> correlate(From... outer) {
    simple("correlate");
    List<From> added = Operands.present("correlate", Arrays.asList(outer));
    return of(spec.change(d -> d.correlate = SelectDraft.plus(d.correlate, added)));
  }

  /** Writes these common table expressions even if nothing refers to them. */
  public Select<R> with(Alias... ctes) {
    List<Alias> added = Operands.present("with", Arrays.asList(ctes));
    return of(spec.change(d -> d.with = SelectDraft.plus(d.with, added)));
  }

  /** {@code FOR UPDATE}: locks the rows until the transaction ends. */
  public Select<R> forUpdate() {
    simple("forUpdate");
    return of(spec.change(d -> d.forUpdate = true));
  }

  /** How what is selected is loaded. */
  public Select<R> options(StatementOption... options) {
    List<StatementOption> added = Operands.present("options", Arrays.asList(options));
    return of(spec.change(d -> d.options = SelectDraft.plus(d.options, added)));
  }

  /** {@code UNION}. */
  public Select<R> union(Select<? extends R> other) {
    return compound(Compound.Kind.UNION, other);
  }

  /** {@code UNION ALL}. */
  public Select<R> unionAll(Select<? extends R> other) {
    return compound(Compound.Kind.UNION_ALL, other);
  }

  /** {@code INTERSECT}. */
  public Select<R> intersect(Select<? extends R> other) {
    return compound(Compound.Kind.INTERSECT, other);
  }

  /** {@code EXCEPT}. */
  public Select<R> except(Select<? extends R> other) {
    return compound(Compound.Kind.EXCEPT, other);
  }

  private Select<R> compound(Compound.Kind kind, Select<? extends R> other) {
    Compound mine = spec.compound();
    List<Select<?>> members =
        mine != null && mine.kind() == kind && !spec.isClosed() ? mine.members() : List.of(this);
    return compound(kind, SelectDraft.plus(members, List.of(other)));
  }

  static <R extends @Nullable Object> Select<R> compound(
      Compound.Kind kind, List<Select<?>> members) {
    SelectSpec first = members.get(0).spec();
    if (members.size() == 1) {
      return new Select<>(first);
    }
    for (Select<?> member : members) {
      if (first.columnsAreKnown()
          && member.spec().columnsAreKnown()
          && member.spec().outputs().size() != first.outputs().size()) {
        throw new ArgumentException(kind.sql()
            + " of statements with "
            + first.outputs().size()
            + " and "
            + member.spec().outputs().size()
            + " columns; all members need the same number: "
            + member);
      }
    }
    SelectDraft draft = new SelectDraft();
    draft.columns = first.columns();
    draft.single = first.single();
    draft.record = first.record();
    draft.compound = new Compound(kind, List.copyOf(members));
    return new Select<>(draft.done());
  }

  /**
   * Each row as a record, its components found by name ({@code snake_case} is {@code camelCase}).
   *
   * @throws ArgumentException when a component has no column, or one of another type
   */
  public <T extends @Nullable Object> Select<T> into(Class<T> record) {
    if (spec.columnsAreKnown()) {
      RecordFields.check(record, spec.outputs());
    } else {
      RecordFields.requireRecord(record);
    }
    SelectSpec changed = spec.change(d -> {
      d.record = record;
      d.single = false;
    });
    return new Select<>(changed);
  }

  /** The same statement with another select list: {@code selecting(count())}. */
  public <T extends @Nullable Object> Select<T> selecting(Selectable<T> one) {
    simple("selecting");
    SelectSpec changed = spec.change(d -> {
      d.sources = spec.sources();
      d.columns = List.of(one);
      d.single = true;
      d.record = null;
    });
    return new Select<>(changed);
  }

  /** {@code (SELECT …)} as a value; null where there is no row. */
  @SuppressWarnings("unchecked") // a statement of one column gives that column's type
  public Expression<R> asScalar() {
    List<? extends Expression<?>> outputs = spec.outputs();
    if (spec.columnsAreKnown() && outputs.size() != 1) {
      throw new ArgumentException(
          "asScalar() needs one column, and this statement has " + outputs.size() + ": " + this);
    }
    SqlType<R> type = outputs.isEmpty() ? null : (SqlType<R>) outputs.get(0).type();
    return new ScalarSelect<>(this, type);
  }

  /** {@code (SELECT …) AS name} in FROM. */
  public Alias as(String name) {
    return new SelectAlias(SelectAlias.Kind.SUBQUERY, name, this);
  }

  /** {@code LATERAL (SELECT …) AS name}, which may use columns of what stands before it in FROM. */
  public Alias lateral(String name) {
    return new SelectAlias(SelectAlias.Kind.LATERAL, name, this);
  }

  /** {@code WITH name AS (SELECT …)}. */
  public Alias cte(String name) {
    return new SelectAlias(SelectAlias.Kind.CTE, name, this);
  }

  private void simple(String method) {
    if (spec.compound() != null) {
      throw new InvalidRequestException(method
          + "() on a "
          + spec.compound().kind().sql()
          + ": apply it to its members, or make it a subquery with as(name) and select from"
          + " that");
    }
  }

  @Override
  public void shape(ShapeWriter to) {
    to.child(spec);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Select<?> that && spec.equals(that.spec);
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

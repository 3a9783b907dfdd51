package io.alchemy.sql.node;

import io.alchemy.sql.Alias;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.sql.From;
import io.alchemy.sql.Grouping;
import io.alchemy.sql.Keyset;
import io.alchemy.sql.Ordering;
import io.alchemy.sql.Selectable;
import io.alchemy.sql.StatementOption;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a SELECT is made of.
 *
 * @param columns the select list, as written; of a compound, that of its first member
 * @param single whether a row of the result is the value of the only column
 * @param record the record that a row becomes; null if it stays as it is
 * @param froms what FROM was given; empty: what {@code sources} belong to
 * @param sources what FROM is derived from where none was given: the select list that the statement began with
 * @param joins joins added to it, in order
 * @param limit a bind, or a number in the text; null for none
 * @param rare what most statements have not, in an object of its own, since a statement is copied with each change
 */
public record SelectSpec(
    List<Selectable<?>> columns,
    boolean single,
    @Nullable Class<?> record,
    List<From> froms,
    List<Selectable<?>> sources,
    List<JoinStep> joins,
    @Nullable Condition where,
    List<Ordering> orderBy,
    @Nullable Expression<?> limit,
    Rare rare)
    implements Node {
  /**
   * The clauses that most statements do without.
   *
   * @param correlate row sources that belong to the statement around
   * @param distinctOn {@code DISTINCT ON (…)}
   * @param after the position to continue after; null for none
   * @param with common table expressions to write even if nothing refers to them
   * @param compound the members, if it is a UNION or its like
   */
  record Rare(
      List<From> correlate,
      List<Grouping> groupBy,
      @Nullable Condition having,
      @Nullable Expression<?> offset,
      @Nullable Keyset after,
      boolean distinct,
      List<Expression<?>> distinctOn,
      boolean forUpdate,
      List<Alias> with,
      List<StatementOption> options,
      @Nullable Compound compound) {
    static final Rare NONE = new Rare(
        List.of(), List.of(), null, null, null, false, List.of(), false, List.of(), List.of(),
        null);
  }

  public List<From> correlate() {
    return rare.correlate;
  }

  public List<Grouping> groupBy() {
    return rare.groupBy;
  }

  public @Nullable Condition having() {
    return rare.having;
  }

  public @Nullable Expression<?> offset() {
    return rare.offset;
  }

  public @Nullable Keyset after() {
    return rare.after;
  }

  public boolean distinct() {
    return rare.distinct;
  }

  public List<Expression<?>> distinctOn() {
    return rare.distinctOn;
  }

  public boolean forUpdate() {
    return rare.forUpdate;
  }

  public List<Alias> with() {
    return rare.with;
  }

  public List<StatementOption> options() {
    return rare.options;
  }

  public @Nullable Compound compound() {
    return rare.compound;
  }

  /** With other row sources; what is changed most often takes no draft, which was a tenth of building a statement. */
  public SelectSpec froms(List<From> changed) {
    return new SelectSpec(
        columns, single, record, changed, sources, joins, where, orderBy, limit, rare);
  }

  /** With another condition. */
  public SelectSpec where(@Nullable Condition changed) {
    return new SelectSpec(
        columns, single, record, froms, sources, joins, changed, orderBy, limit, rare);
  }

  /** In another order. */
  public SelectSpec orderBy(List<Ordering> changed) {
    return new SelectSpec(
        columns, single, record, froms, sources, joins, where, changed, limit, rare);
  }

  /** With another limit. */
  public SelectSpec limit(Expression<?> changed) {
    return new SelectSpec(
        columns, single, record, froms, sources, joins, where, orderBy, changed, rare);
  }

  /** A changed copy. */
  public SelectSpec change(Consumer<SelectDraft> change) {
    SelectDraft draft = new SelectDraft(this);
    change.accept(draft);
    return draft.done();
  }

  /** One expression for each column of the result, as far as it is known without a registry. */
  public List<? extends Expression<?>> outputs() {
    return Outputs.of(columns);
  }

  /** Whether {@link #outputs()} is complete. */
  public boolean columnsAreKnown() {
    return Outputs.known(columns);
  }

  /** Whether it has clauses that apply to the whole, and so must stay inside parentheses. */
  public boolean isClosed() {
    return !orderBy.isEmpty()
        || limit != null
        || rare.offset != null
        || rare.after != null
        || rare.forUpdate;
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(SelectSpec.class).token(clauses());
    if (rare.compound != null) {
      to.child(rare.compound);
    } else {
      to.children(columns);
    }
    if (record != null) {
      to.token(record);
    }
    present(to, froms);
    if (sources != columns) {
      present(to, sources);
    }
    present(to, joins);
    present(to, where);
    present(to, orderBy);
    present(to, limit);
    if (rare != Rare.NONE) {
      shapeRare(to);
    }
  }

  private void shapeRare(ShapeWriter to) {
    to.token(rareClauses());
    present(to, rare.correlate);
    if (rare.compound == null) {
      present(to, rare.groupBy);
      present(to, rare.having);
      present(to, rare.distinctOn);
    }
    present(to, rare.offset);
    present(to, rare.after);
    present(to, rare.with);
    present(to, rare.options);
  }

  /** Which clauses are there, as one token in place of one for each that is not: half of a statement's tokens said so. */
  private int clauses() {
    return bit(0, single)
        | bit(1, record != null)
        | bit(2, !froms.isEmpty())
        | bit(3, sources != columns && !sources.isEmpty())
        | bit(4, !joins.isEmpty())
        | bit(5, where != null)
        | bit(6, !orderBy.isEmpty())
        | bit(7, limit != null)
        | bit(8, rare != Rare.NONE);
  }

  private int rareClauses() {
    int bits = bit(0, !rare.correlate.isEmpty()) | bit(1, rare.offset != null);
    bits |= bit(2, rare.after != null) | bit(3, rare.forUpdate) | bit(4, !rare.with.isEmpty());
    bits |= bit(5, !rare.options.isEmpty());
    if (rare.compound == null) {
      bits |= bit(6, !rare.groupBy.isEmpty()) | bit(7, rare.having != null);
      bits |= bit(8, rare.distinct) | bit(9, !rare.distinctOn.isEmpty());
    } else {
      bits |= bit(10, true);
    }
    return bits;
  }

  private static int bit(int position, boolean set) {
    return set ? 1 << position : 0;
  }

  private static void present(ShapeWriter to, List<?> parts) {
    if (!parts.isEmpty()) {
      to.children(parts);
    }
  }

  private static void present(ShapeWriter to, @Nullable Object part) {
    if (part != null) {
      to.child(part);
    }
  }

  /** {@code a UNION b UNION c}. */
  public record Compound(Kind kind, List<io.alchemy.sql.Select<?>> members) implements Node {
    /** How the members are combined. */
    public enum Kind {
      UNION("UNION"),
      UNION_ALL("UNION ALL"),
      INTERSECT("INTERSECT"),
      EXCEPT("EXCEPT");

      private final String sql;

      Kind(String sql) {
        this.sql = sql;
      }

      public String sql() {
        return sql;
      }
    }

    @Override
    public void shape(ShapeWriter to) {
      to.token(kind).children(members);
    }
  }
}

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
 * @param correlate row sources that belong to the statement around
 * @param distinctOn {@code DISTINCT ON (…)}
 * @param limit a bind; null for none
 * @param after the position to continue after; null for none
 * @param with common table expressions to write even if nothing refers to them
 * @param compound the members, if it is a UNION or its like
 */
public record SelectSpec(
    List<Selectable<?>> columns,
    boolean single,
    @Nullable Class<?> record,
    List<From> froms,
    List<Selectable<?>> sources,
    List<JoinStep> joins,
    List<From> correlate,
    @Nullable Condition where,
    List<Grouping> groupBy,
    @Nullable Condition having,
    List<Ordering> orderBy,
    @Nullable Expression<?> limit,
    @Nullable Expression<?> offset,
    @Nullable Keyset after,
    boolean distinct,
    List<Expression<?>> distinctOn,
    boolean forUpdate,
    List<Alias> with,
    List<StatementOption> options,
    @Nullable Compound compound)
    implements Node {
  /** A copy to be changed. */
  public SelectDraft draft() {
    return new SelectDraft(this);
  }

  /** With another condition: what is changed most often, so that it takes no draft. */
  public SelectSpec where(@Nullable Condition condition) {
    return new SelectSpec(
        columns,
        single,
        record,
        froms,
        sources,
        joins,
        correlate,
        condition,
        groupBy,
        having,
        orderBy,
        limit,
        offset,
        after,
        distinct,
        distinctOn,
        forUpdate,
        with,
        options,
        compound);
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
    return !orderBy.isEmpty() || limit != null || offset != null || after != null || forUpdate;
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(SelectSpec.class).token(clauses());
    if (compound != null) {
      to.child(compound);
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
    present(to, correlate);
    present(to, where);
    if (compound == null) {
      present(to, groupBy);
      present(to, having);
      present(to, distinctOn);
    }
    present(to, orderBy);
    present(to, limit);
    present(to, offset);
    present(to, after);
    present(to, with);
    present(to, options);
  }

  /** Which clauses are there, as one token in place of one for each that is not: half of a statement's tokens said so. */
  private int clauses() {
    int bits = bit(0, single) | bit(1, record != null) | bit(2, !froms.isEmpty());
    bits |= bit(3, sources != columns && !sources.isEmpty()) | bit(4, !joins.isEmpty());
    bits |= bit(5, !correlate.isEmpty()) | bit(6, where != null) | bit(7, limit != null);
    bits |= bit(8, offset != null) | bit(9, after != null) | bit(10, forUpdate);
    bits |= bit(11, !orderBy.isEmpty()) | bit(12, !with.isEmpty()) | bit(13, !options.isEmpty());
    if (compound == null) {
      bits |= bit(14, !groupBy.isEmpty()) | bit(15, having != null) | bit(16, distinct);
      bits |= bit(17, !distinctOn.isEmpty());
    } else {
      bits |= bit(18, true);
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

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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT while it is changed; lives for one change, and is seen by nobody else.
 *
 * <p>Whoever sets a list gives one that never changes: what a change leaves alone is shared, and not even looked at.
 */
public final class SelectDraft {
  public List<Selectable<?>> columns;
  public boolean single;
  public @Nullable Class<?> record;
  public List<From> froms;
  public @Nullable List<Selectable<?>> sources;
  public List<JoinStep> joins;
  public List<From> correlate;
  public @Nullable Condition where;
  public List<Grouping> groupBy;
  public @Nullable Condition having;
  public List<Ordering> orderBy;
  public @Nullable Expression<?> limit;
  public @Nullable Expression<?> offset;
  public @Nullable Keyset after;
  public boolean distinct;
  public List<Expression<?>> distinctOn;
  public boolean forUpdate;
  public List<Alias> with;
  public List<StatementOption> options;
  public SelectSpec.@Nullable Compound compound;

  /** As it was before the change, to be shared if nothing of it changes. */
  private final SelectSpec.Rare rare;

  /** A SELECT of nothing. */
  public SelectDraft() {
    columns = List.of();
    froms = List.of();
    joins = List.of();
    orderBy = List.of();
    rare = SelectSpec.Rare.NONE;
    correlate = rare.correlate();
    groupBy = rare.groupBy();
    distinctOn = rare.distinctOn();
    with = rare.with();
    options = rare.options();
  }

  SelectDraft(SelectSpec spec) {
    columns = spec.columns();
    single = spec.single();
    record = spec.record();
    froms = spec.froms();
    sources = spec.sources() == spec.columns() ? null : spec.sources();
    joins = spec.joins();
    where = spec.where();
    orderBy = spec.orderBy();
    limit = spec.limit();
    rare = spec.rare();
    correlate = rare.correlate();
    groupBy = rare.groupBy();
    having = rare.having();
    offset = rare.offset();
    after = rare.after();
    distinct = rare.distinct();
    distinctOn = rare.distinctOn();
    forUpdate = rare.forUpdate();
    with = rare.with();
    options = rare.options();
    compound = rare.compound();
  }

  /** {@code list} with more at its end. */
  public static <T> List<T> plus(List<? extends T> list, List<? extends T> more) {
    if (list.isEmpty()) {
      return List.copyOf(more);
    }
    if (more.isEmpty()) {
      return List.copyOf(list);
    }
    List<T> all = new ArrayList<>(list.size() + more.size());
    all.addAll(list);
    all.addAll(more);
    return List.copyOf(all);
  }

  /** Both conditions; either may be missing, and an empty junction is as good as none. */
  public static @Nullable Condition both(@Nullable Condition first, Condition second) {
    if (second instanceof Junction junction && junction.isEmpty()) {
      return first;
    }
    return first == null ? second : Junction.and(first, second);
  }

  /** The SELECT as it is now. */
  public SelectSpec done() {
    return new SelectSpec(
        columns,
        single,
        record,
        froms,
        sources == null ? columns : sources,
        joins,
        where,
        orderBy,
        limit,
        isRareAsBefore() ? rare : rare());
  }

  private boolean isRareAsBefore() {
    return correlate == rare.correlate()
        && groupBy == rare.groupBy()
        && having == rare.having()
        && offset == rare.offset()
        && after == rare.after()
        && distinct == rare.distinct()
        && distinctOn == rare.distinctOn()
        && forUpdate == rare.forUpdate()
        && with == rare.with()
        && options == rare.options()
        && compound == rare.compound();
  }

  private SelectSpec.Rare rare() {
    SelectSpec.Rare now = new SelectSpec.Rare(
        correlate,
        groupBy,
        having,
        offset,
        after,
        distinct,
        distinctOn,
        forUpdate,
        with,
        options,
        compound);
    return now.equals(SelectSpec.Rare.NONE) ? SelectSpec.Rare.NONE : now;
  }
}

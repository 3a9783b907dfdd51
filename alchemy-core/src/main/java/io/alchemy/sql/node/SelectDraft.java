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

/** A SELECT while it is changed; lives for one change, and is seen by nobody else. */
public final class SelectDraft {
  public List<Selectable<?>> columns = List.of();
  public boolean single;
  public @Nullable Class<?> record;
  public List<From> froms = List.of();
  public @Nullable List<Selectable<?>> sources;
  public List<JoinStep> joins = List.of();
  public List<From> correlate = List.of();
  public @Nullable Condition where;
  public List<Grouping> groupBy = List.of();
  public @Nullable Condition having;
  public List<Ordering> orderBy = List.of();
  public @Nullable Expression<?> limit;
  public @Nullable Expression<?> offset;
  public @Nullable Keyset after;
  public boolean distinct;
  public List<Expression<?>> distinctOn = List.of();
  public boolean forUpdate;
  public List<Alias> with = List.of();
  public List<StatementOption> options = List.of();
  public SelectSpec.@Nullable Compound compound;

  public SelectDraft() {}

  SelectDraft(SelectSpec spec) {
    columns = spec.columns();
    single = spec.single();
    record = spec.record();
    froms = spec.froms();
    sources = spec.sources() == spec.columns() ? null : spec.sources();
    joins = spec.joins();
    correlate = spec.correlate();
    where = spec.where();
    groupBy = spec.groupBy();
    having = spec.having();
    orderBy = spec.orderBy();
    limit = spec.limit();
    offset = spec.offset();
    after = spec.after();
    distinct = spec.distinct();
    distinctOn = spec.distinctOn();
    forUpdate = spec.forUpdate();
    with = spec.with();
    options = spec.options();
    compound = spec.compound();
  }

  /** {@code list} with more at its end. */
  public static <T> List<T> plus(List<? extends T> list, List<? extends T> more) {
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

  public SelectSpec done() {
    List<Selectable<?>> list = List.copyOf(columns);
    return new SelectSpec(
        list,
        single,
        record,
        List.copyOf(froms),
        sources == null ? list : List.copyOf(sources),
        List.copyOf(joins),
        List.copyOf(correlate),
        where,
        List.copyOf(groupBy),
        having,
        List.copyOf(orderBy),
        limit,
        offset,
        after,
        distinct,
        List.copyOf(distinctOn),
        forUpdate,
        List.copyOf(with),
        List.copyOf(options),
        compound);
  }
}

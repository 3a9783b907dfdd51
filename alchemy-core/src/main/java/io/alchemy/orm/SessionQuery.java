package io.alchemy.orm;

import io.alchemy.error.ArgumentException;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.orm.loading.EntityLoader;
import io.alchemy.orm.loading.LoadingSession;
import io.alchemy.orm.mapping.IdentityKey;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.sql.From;
import io.alchemy.sql.Joinable;
import io.alchemy.sql.Ordering;
import io.alchemy.sql.Select;
import io.alchemy.sql.Selectable;
import io.alchemy.sql.Sql;
import io.alchemy.sql.StatementOption;
import io.alchemy.sql.node.BindValue;
import io.alchemy.sql.node.EntityClass;
import io.alchemy.sql.node.SelectSpec;
import io.alchemy.types.Types;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A query of an open session: a {@link Select}, and where to run it. */
final class SessionQuery<R extends @Nullable Object> implements Query<R> {
  private static final int CHUNK = 500;
  private static final Expression<Long> ONE = Sql.literalColumn("1", Types.BIGINT);

  private final Session session;
  private final LoadingSession loading;
  private final EntityLoader loader;
  private final Select<R> select;

  SessionQuery(Session session, LoadingSession loading, EntityLoader loader, Select<R> select) {
    this.session = session;
    this.loading = loading;
    this.loader = loader;
    this.select = select;
  }

  private SessionQuery<R> with(Select<R> changed) {
    return new SessionQuery<>(session, loading, loader, changed);
  }

  @Override
  public Query<R> filter(Condition... conditions) {
    return with(select.where(conditions));
  }

  @Override
  public Query<R> filterBy(String attribute, @Nullable Object value) {
    return with(select.where(NamedFilter.of(loading.mappers(), select.spec(), attribute, value)));
  }

  @Override
  public Query<R> join(Joinable relationship) {
    return with(select.join(relationship));
  }

  @Override
  public Query<R> leftJoin(Joinable relationship) {
    return with(select.leftJoin(relationship));
  }

  @Override
  public Query<R> orderBy(Ordering... order) {
    return with(select.orderBy(order));
  }

  @Override
  public Query<R> limit(long rows) {
    return with(select.limit(rows));
  }

  @Override
  public Query<R> offset(long rows) {
    return with(select.offset(rows));
  }

  @Override
  public Query<R> options(StatementOption... options) {
    return with(select.options(options));
  }

  @Override
  public List<R> slice(int from, int to) {
    if (from < 0 || to < from) {
      throw new ArgumentException("slice("
          + from
          + ", "
          + to
          + "): the first position is 0, and the second is not before the first");
    }
    return session.execute(within(from, to - from)).all();
  }

  /** So many rows after so many, of those that the query's own limit and offset leave. */
  private Select<R> within(long skip, long rows) {
    Long limit = number(select.spec().limit());
    Long offset = number(select.spec().offset());
    long left = limit == null ? rows : Math.max(0, Math.min(rows, limit - skip));
    long skipped = skip + (offset == null ? 0 : offset);
    Select<R> limited = select.limit(left);
    return skipped == 0 ? limited : limited.offset(skipped);
  }

  private static @Nullable Long number(@Nullable Expression<?> bind) {
    return bind instanceof BindValue<?> value && value.value() instanceof Long number
        ? number
        : null;
  }

  /**
   * The same, of one row at most. That is no value of the user's, so it is part of the text: SQLite plans a statement anew whenever its
   * limit is bound, which takes as long as to find a row by its key, and PostgreSQL's plans for any limit are made for more rows.
   */
  private static <T extends @Nullable Object> Select<T> atMostOne(Select<T> some) {
    Long limit = number(some.spec().limit());
    return limit != null && limit == 0 ? some : Select.of(some.spec().limit(ONE));
  }

  @Override
  public List<R> all() {
    return session.execute(select).all();
  }

  @Override
  public R one() {
    return session.execute(select).one();
  }

  @Override
  public @Nullable R oneOrNull() {
    return session.execute(select).oneOrNull();
  }

  @Override
  public @Nullable R first() {
    return session.execute(atMostOne(select)).first();
  }

  @Override
  public Optional<R> findFirst() {
    return session.execute(atMostOne(select)).findFirst();
  }

  @Override
  @SuppressWarnings("unchecked") // a query of one class gives its instances
  public @Nullable R get(Object key) {
    SelectSpec spec = select.spec();
    boolean plain = spec.equals(Sql.select(spec.columns().get(0))
        .options(spec.options().toArray(StatementOption[]::new))
        .spec());
    if (!(spec.columns().get(0) instanceof EntityClass<?> entity) || !plain) {
      throw new InvalidRequestException(
          "get(key) looks an instance up by its key alone; this query has more: " + select
              + ". Use filter(…) with the key's attribute and oneOrNull().");
    }
    Mapper<?> mapper = loading.mappers().mapper(entity.type());
    IdentityKey identity = mapper.identity(key);
    if (spec.options().isEmpty() || loading.find(mapper, identity.value()) != null) {
      return (R) session.get(entity.type(), key);
    }
    return (R) loader.get(loading, mapper, identity.value(), spec.options());
  }

  @Override
  public long count() {
    SelectSpec spec = select.spec();
    boolean simple = spec.limit() == null
        && spec.offset() == null
        && spec.after() == null
        && !spec.distinct()
        && spec.distinctOn().isEmpty()
        && spec.groupBy().isEmpty()
        && spec.compound() == null;
    Select<Long> count = simple
        ? Select.of(only(Sql.count()))
        : Sql.select(Sql.count()).from(RowsToCount.of(loading.mappers(), select).as("counted"));
    Long rows = session.execute(count).one();
    return rows == null ? 0 : rows;
  }

  @Override
  public boolean exists() {
    Select<Integer> one =
        select.spec().compound() == null && select.spec().groupBy().isEmpty()
            ? Select.of(only(Sql.literalColumn("1", Types.INTEGER)))
            : Sql.select(Sql.literalColumn("1", Types.INTEGER))
                .from(RowsToCount.of(loading.mappers(), select).as("counted"));
    return session.execute(atMostOne(one)).first() != null;
  }

  /** The same rows, another select list, no order. */
  private SelectSpec only(Selectable<?> column) {
    List<From> froms =
        select.spec().froms().isEmpty() ? sources(select.spec()) : select.spec().froms();
    return select.spec().change(draft -> {
      draft.columns = List.of(column);
      draft.single = true;
      draft.record = null;
      draft.froms = List.copyOf(froms);
      draft.orderBy = List.of();
      draft.options = List.of();
    });
  }

  private static List<From> sources(SelectSpec spec) {
    return RowsToCount.sources(spec.columns());
  }

  @Override
  public Stream<R> stream() {
    return stream(CHUNK);
  }

  @Override
  public Stream<R> stream(int size) {
    if (size < 1) {
      throw new ArgumentException("a chunk has at least one row, not " + size);
    }
    return loader.stream(loading, select, size);
  }

  @Override
  public Iterator<R> iterator() {
    return all().iterator();
  }

  @Override
  public Select<R> select() {
    return select;
  }

  @Override
  public String toString() {
    return loader.sql(loading, select);
  }
}

package io.alchemy.orm.unitofwork;

import io.alchemy.error.InvalidRequestException;
import io.alchemy.error.ObjectDeletedException;
import io.alchemy.error.StaleDataException;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.mapping.ColumnProperty;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.schema.Column;
import io.alchemy.schema.Table;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Select;
import io.alchemy.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds an instance by its key: in memory if it is there and not out of date, else by one SELECT. */
public final class Lookup {
  private Lookup() {}

  public static <E> @Nullable E get(UnitOfWork work, Class<E> type, Object given) {
    work.transactions().checkActive("get");
    Mapper<E> mapper = work.mappers().mapper(type);
    Object key = mapper.key(given);
    InstanceState state = work.find(mapper, key);
    if (state == null && work.hasChanges()) {
      Set<Table> reads = Set.of(mapper.table());
      work.autoflushBeforeLoad(reads);
      state = work.find(mapper, key);
      E pending = state == null && work.isFlushPutOff(reads) ? pending(work, mapper, key) : null;
      if (pending != null) {
        return pending;
      }
    }
    if (state == null) {
      return work.row(mapper, key);
    }
    Prepared instance = state.instance();
    if (instance == null || !reload(work, state, instance)) {
      return null;
    }
    return type.cast(instance);
  }

  /** The new instance with this key, which has no row yet. */
  private static <E> @Nullable E pending(UnitOfWork work, Mapper<E> mapper, Object key) {
    for (InstanceState state : work.pending()) {
      Prepared instance = Instances.instance(state);
      if (work.mapper(state) == mapper && key.equals(mapper.keyOf(instance))) {
        return mapper.type().cast(instance);
      }
    }
    return null;
  }

  /** Loads what has expired, for siblings too; what was changed in memory stays. False if the row is gone. */
  private static boolean reload(UnitOfWork work, InstanceState state, Prepared instance) {
    try {
      for (int i = 0, n = state.type().size(); i < n && state.hasExpired(); i++) {
        if (state.isExpired(i)) {
          work.loader().load(work, state, instance, i);
        }
      }
      return true;
    } catch (ObjectDeletedException e) {
      return false;
    }
  }

  public static <E> @Nullable E get(
      UnitOfWork work, Class<E> type, Object key, long expectedVersion) {
    ColumnProperty version = work.mappers().mapper(type).version();
    if (version == null) {
      throw new InvalidRequestException("get: " + type.getSimpleName()
          + " has no version attribute to compare with; map one with version(…) or @Version.");
    }
    E found = get(work, type, key);
    InstanceState state = found == null ? null : Instances.stateOrNull(found);
    if (found instanceof Prepared instance && state != null) {
      if (state.isUnloaded(version.attribute())) {
        work.loader()
            .refresh(work, work.mapper(state), List.of(state), new int[] {version.attribute()});
      }
      Object actual = instance.alchemy$get(version.attribute());
      if (!(actual instanceof Number number) || number.longValue() != expectedVersion) {
        throw new StaleDataException(
            Instances.name(state) + " has version " + actual + ", not " + expectedVersion
                + ": it was changed since. Show what is there now, and let the change be made again.");
      }
    }
    return found;
  }

  /** Flushes what may be the row, locks it and reads it anew. */
  public static <E> @Nullable E getForUpdate(UnitOfWork work, Class<E> type, Object given) {
    work.transactions().checkActive("getForUpdate");
    Mapper<E> mapper = work.mappers().mapper(type);
    Object key = mapper.key(given);
    work.autoflush(Set.of(mapper.table()));
    InstanceState state = work.find(mapper, key);
    if (state != null) {
      work.findInPlace(state);
      if (work.modified().contains(state)) {
        work.flush();
      }
      Expiry.expire(work, state);
    }
    List<Condition> where = new ArrayList<>();
    List<?> values = mapper.primaryKey().size() == 1 ? List.of(key) : (List<?>) key;
    for (int i = 0; i < values.size(); i++) {
      where.add(equal(mapper.primaryKey().get(i).column(), values.get(i)));
    }
    Select<E> select = Sql.select(type).where(where).forUpdate();
    return work.loader().execute(work, select, Map.of()).oneOrNull();
  }

  @SuppressWarnings("unchecked") // the identity's values are of the columns' types
  private static <T> Condition equal(Column<T> column, Object value) {
    return column.eq((T) value);
  }
}

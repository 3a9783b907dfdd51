package io.alchemy.orm.loading;

import io.alchemy.compile.ArrayForm;
import io.alchemy.compile.Capability;
import io.alchemy.schema.Column;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.sql.From;
import io.alchemy.sql.Select;
import io.alchemy.sql.Sql;
import io.alchemy.sql.node.BindList;
import io.alchemy.sql.node.BindValue;
import io.alchemy.sql.node.Comparison;
import io.alchemy.sql.node.InList;
import io.alchemy.sql.node.KeyedFrom;
import io.alchemy.sql.node.Operator;
import io.alchemy.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Rows by their keys: {@code a IN (…)}, or for keys of several columns {@code (a = ? AND b = ?) OR …}; by {@code JOIN UNNEST(?)} where
 * that is faster.
 */
final class KeyCondition {
  private KeyCondition() {}

  /** {@code select} from those rows of {@code source} that have one of the keys, each of which is there once. */
  static Select<?> select(
      LoadingSession session,
      Select<?> select,
      From source,
      List<? extends Column<?>> columns,
      List<Object> keys) {
    Column<?> first = columns.get(0);
    if (columns.size() == 1
        && keys.size() > 1
        && session.executor().dialect().can(Capability.JOINS_KEYS)
        && isExact(first.type())) {
      return select.from(new KeyedFrom(source, first, bindList(first, keys)));
    }
    return select.from(source).where(in(columns, keys));
  }

  static Condition in(List<? extends Column<?>> columns, List<Object> keys) {
    if (columns.size() == 1) {
      Column<?> column = columns.get(0);
      return new InList(column, bindList(column, keys), false);
    }
    List<Condition> any = new ArrayList<>();
    for (Object key : padded(keys)) {
      any.add(equal(columns, key));
    }
    return Sql.or(any);
  }

  /**
   * Whether values that differ in Java differ to the database too, and sort alike in every column: of texts and decimals it may take
   * several for one, and join each.
   */
  static boolean isExact(SqlType<?> type) {
    Class<?> java = type.javaType();
    boolean exact =
        java == Integer.class || java == Long.class || java == Short.class || java == UUID.class;
    return exact && ArrayForm.holds(type);
  }

  private static BindList bindList(Column<?> column, List<Object> keys) {
    return new BindList(column.type(), List.copyOf(keys));
  }

  static Condition equal(List<? extends Column<?>> columns, Object key) {
    List<Condition> all = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Object value = RelationshipLoader.part(key, i, columns.size());
      all.add(new Comparison(Operator.EQUAL, columns.get(i), bind(columns.get(i), value)));
    }
    return all.size() == 1 ? all.get(0) : Sql.and(all);
  }

  private static <T> Expression<?> bind(Column<T> column, Object value) {
    return new BindValue<>(column.type(), column.type().convert(value));
  }

  /** The last key repeated up to a power of two, so that few shapes serve every number of keys. */
  private static List<Object> padded(List<Object> keys) {
    int size = Integer.highestOneBit(Math.max(1, keys.size() * 2 - 1));
    List<Object> padded = new ArrayList<>(keys);
    while (padded.size() < size) {
      padded.add(keys.get(keys.size() - 1));
    }
    return padded;
  }
}

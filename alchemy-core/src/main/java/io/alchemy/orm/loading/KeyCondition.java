package io.alchemy.orm.loading;

import io.alchemy.schema.Column;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Sql;
import io.alchemy.sql.node.BindList;
import io.alchemy.sql.node.BindValue;
import io.alchemy.sql.node.Comparison;
import io.alchemy.sql.node.InList;
import io.alchemy.sql.node.Operator;
import java.util.ArrayList;
import java.util.List;

/** Rows by their keys: {@code a IN (…)}, or for keys of several columns {@code (a = ? AND b = ?) OR …}. */
final class KeyCondition {
  private KeyCondition() {}

  static Condition in(List<? extends Column<?>> columns, List<Object> keys) {
    if (columns.size() == 1) {
      Column<?> column = columns.get(0);
      return new InList(column, new BindList(column.type(), List.copyOf(keys)), false);
    }
    List<Condition> any = new ArrayList<>();
    for (Object key : padded(keys)) {
      any.add(equal(columns, key));
    }
    return Sql.or(any);
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

package io.alchemy.engine;

import io.alchemy.error.InvalidRequestException;
import io.alchemy.schema.Column;
import io.alchemy.schema.Table;
import io.alchemy.sql.DmlTarget;
import io.alchemy.sql.Insert;
import io.alchemy.sql.Row;
import io.alchemy.sql.node.Returning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The primary keys of the rows that an INSERT made, as the database gave them back. */
final class InsertedKeys {
  private final Table table;
  private final List<Row> keys;
  private final boolean inOrder;

  private InsertedKeys(Table table, List<Row> keys, boolean inOrder) {
    this.table = table;
    this.keys = keys;
    this.inOrder = inOrder;
  }

  /**
   * The same INSERT with its primary key in RETURNING; null where that cannot be: it fills no table with a primary key, or its rows come
   * from a SELECT.
   */
  static @Nullable Returning<Row> returning(Insert insert) {
    DmlTarget target = insert.spec().target();
    boolean possible = target instanceof Table table
        && !table.primaryKey().isEmpty()
        && insert.spec().source() == null;
    return possible
        ? new Returning<>(insert, List.copyOf(((Table) target).primaryKey()), false)
        : null;
  }

  static InsertedKeys of(Insert insert, List<Row> keys) {
    return new InsertedKeys(
        (Table) insert.spec().target(),
        keys,
        keys.size() < 2
            || insert.spec().conflict() == null
                && isMonotonic((Table) insert.spec().target(), keys));
  }

  /** Keys that the database makes one after the other only grow or only fall: then they came back in the order of the rows. */
  private static boolean isMonotonic(Table table, List<Row> keys) {
    Column<?> made = table.autoIncrementColumn();
    if (made == null) {
      return true;
    }
    int direction = 0;
    for (int i = 1; i < keys.size(); i++) {
      int step = Long.compare(number(keys.get(i), made), number(keys.get(i - 1), made));
      if (step == 0 || direction != 0 && step != direction) {
        return false;
      }
      direction = step;
    }
    return true;
  }

  private static long number(Row key, Column<?> column) {
    return key.get(column) instanceof Number number ? number.longValue() : 0;
  }

  List<Row> all() {
    if (!inOrder) {
      throw new InvalidRequestException("the keys of the rows inserted into "
          + table
          + " came back in an order that is not that of the rows, so it cannot be said which is whose;"
          + " insert them one by one, or with returning(…) and what tells the rows apart");
    }
    return keys;
  }

  Row one() {
    if (keys.size() != 1) {
      throw new InvalidRequestException("insertedPrimaryKey() is of one row, but "
          + keys.size()
          + " were inserted into "
          + table
          + "; insertedPrimaryKeys() has them all");
    }
    return keys.get(0);
  }
}

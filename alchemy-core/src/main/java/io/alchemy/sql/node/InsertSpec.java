package io.alchemy.sql.node;

import io.alchemy.sql.Assignable;
import io.alchemy.sql.DmlTarget;
import io.alchemy.sql.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an INSERT is made of.
 *
 * @param rows what VALUES was given; the first row fixes the columns
 * @param columns the columns that {@code source} fills
 * @param source the SELECT that gives the rows; null where they are values
 */
public record InsertSpec(
    DmlTarget target,
    List<RowValues> rows,
    List<Assignable<?>> columns,
    @Nullable Select<?> source,
    @Nullable Conflict conflict)
    implements Node {
  /** One row of VALUES. */
  public record RowValues(List<Setting> settings) implements Node {
    @Override
    public void shape(ShapeWriter to) {
      to.children(settings);
    }
  }

  /**
   * {@code ON CONFLICT (key) DO …}.
   *
   * @param key empty: any conflict
   * @param update what to set; null for DO NOTHING
   * @param proposed columns to set to the row proposed; null: every inserted column but the key
   */
  public record Conflict(
      List<Assignable<?>> key,
      @Nullable UpdateSpec update,
      @Nullable List<Assignable<?>> proposed) implements Node {
    /** Whether the row that is there stays as it is. */
    public boolean doesNothing() {
      return update == null;
    }

    @Override
    public void shape(ShapeWriter to) {
      to.token(Conflict.class).children(key).child(update);
      if (proposed == null) {
        to.token(null);
      } else {
        to.children(proposed);
      }
    }
  }

  public InsertSpec withRows(List<RowValues> changed) {
    return new InsertSpec(target, List.copyOf(changed), columns, source, conflict);
  }

  public InsertSpec withSource(List<Assignable<?>> filled, @Nullable Select<?> select) {
    return new InsertSpec(target, rows, List.copyOf(filled), select, conflict);
  }

  public InsertSpec withConflict(Conflict added) {
    return new InsertSpec(target, rows, columns, source, added);
  }

  public InsertSpec withTarget(DmlTarget changed) {
    return new InsertSpec(changed, rows, columns, source, conflict);
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(InsertSpec.class).child(target).children(rows);
    to.children(columns).child(source).child(conflict);
  }
}

package io.alchemy.sql.node;

import io.alchemy.sql.Assignable;
import io.alchemy.sql.DmlTarget;
import io.alchemy.sql.Select;
import java.util.List;
import java.util.Objects;
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

    /** The plain value of a setting, of rows that {@link InsertSpec#isUniform} found to have no others. */
    public @Nullable Object value(int index) {
      return ((BindValue<?>) settings.get(index).value()).value();
    }

    /** Whether it differs from {@code first} in nothing but its values. */
    private boolean isLike(List<Setting> first) {
      if (settings.size() != first.size()) {
        return false;
      }
      for (int i = 0; i < settings.size(); i++) {
        Setting one = settings.get(i);
        if (!(one.value() instanceof BindValue<?> bind)
            || !(first.get(i).value() instanceof BindValue<?> like)
            || !Objects.equals(bind.type(), like.type())
            || !Objects.equals(one.column(), first.get(i).column())) {
          return false;
        }
      }
      return true;
    }

    private boolean hasValueTwice() {
      for (int i = 0; i < settings.size(); i++) {
        for (int j = 0; j < i; j++) {
          if (settings.get(i).value() == settings.get(j).value()) {
            return true;
          }
        }
      }
      return false;
    }

    /** Its columns, and the types of its values. */
    private void shapeOfAll(ShapeWriter to) {
      to.token(settings.size());
      for (Setting setting : settings) {
        to.child(setting.column()).token(((BindValue<?>) setting.value()).type());
      }
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

  /**
   * Whether there are several rows that differ in nothing but their values. Then all rows together are one bind, so that one compiled
   * statement serves any number of them: to write the shape of 1,000 rows took a fifth of the time of inserting them, and what was
   * compiled for one number of rows was of no use for another.
   */
  public boolean isUniform() {
    if (rows.size() < 2 || rows.get(0).hasValueTwice()) {
      return false;
    }
    List<Setting> first = rows.get(0).settings();
    for (RowValues row : rows) {
      if (!row.isLike(first)) {
        return false;
      }
    }
    return !first.isEmpty();
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(InsertSpec.class).child(target);
    if (isUniform()) {
      rows.get(0).shapeOfAll(to.token(RowValues.class));
      to.bind(rows, List.class, rows);
    } else {
      to.children(rows);
    }
    to.children(columns).child(source).child(conflict);
  }
}

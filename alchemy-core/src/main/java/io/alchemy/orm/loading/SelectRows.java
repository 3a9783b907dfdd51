package io.alchemy.orm.loading;

import io.alchemy.error.ArgumentException;
import io.alchemy.sql.Select;
import io.alchemy.sql.Selectable;
import io.alchemy.sql.node.RowProjection;
import io.alchemy.sql.node.RowSource;
import io.alchemy.sql.node.SelectSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes what a statement promises of the values that were read: an entity, a row, a record, a projection. */
final class SelectRows<R extends @Nullable Object> {
  private final SelectSpec spec;
  private final EntityRow.Header header;

  SelectRows(Select<R> select) {
    this.spec = select.spec();
    this.header = new EntityRow.Header(spec.columns());
    if (spec.record() != null) {
      throw new ArgumentException("into("
          + spec.record().getSimpleName()
          + ".class) cannot take entities apart by name; say project("
          + spec.record().getSimpleName()
          + "::new, …)");
    }
  }

  /** The rows in order; if {@code once}, rows that would repeat the same instances are left out. */
  @SuppressWarnings("unchecked") // the statement's type says what it selects
  List<R> of(List<@Nullable Object[]> values, boolean once) {
    Set<Object> seen = new HashSet<>();
    List<R> rows = new ArrayList<>(values.size());
    for (@Nullable Object[] each : values) {
      if (!once || seen.add(new Same(each))) {
        rows.add((R) row(each));
      }
    }
    return rows;
  }

  @Nullable
  Object row(@Nullable Object[] values) {
    if (spec.single()) {
      return part(spec.columns().get(0), values, new int[1]);
    }
    List<@Nullable Object> parts = new ArrayList<>(spec.columns().size());
    int[] position = new int[1];
    for (Selectable<?> one : spec.columns()) {
      if (one instanceof RowSource source) {
        for (int i = 0; i < source.columns().size(); i++) {
          parts.add(values[position[0]++]);
        }
      } else {
        parts.add(part(one, values, position));
      }
    }
    return new EntityRow(header, parts.toArray());
  }

  private static @Nullable Object part(
      Selectable<?> one, @Nullable Object[] values, int[] position) {
    if (one instanceof RowProjection<?> projection) {
      List<@Nullable Object> parts = new ArrayList<>(projection.selected().size());
      for (Selectable<?> inner : projection.selected()) {
        parts.add(part(inner, values, position));
      }
      return projection.of(parts.toArray());
    }
    return values[position[0]++];
  }

  /** Values compared by identity where they are instances, else by what they are. */
  private record Same(@Nullable Object[] values) {
    @Override
    public boolean equals(@Nullable Object other) {
      if (!(other instanceof Same that) || values.length != that.values.length) {
        return false;
      }
      for (int i = 0; i < values.length; i++) {
        if (!same(values[i], that.values[i])) {
          return false;
        }
      }
      return true;
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
      return one instanceof io.alchemy.orm.instrument.Prepared
          ? one == other
          : java.util.Objects.deepEquals(one, other);
    }

    @Override
    public int hashCode() {
      int hash = 1;
      for (Object value : values) {
        hash = hash * 31
            + (value instanceof io.alchemy.orm.instrument.Prepared
                ? System.identityHashCode(value)
                : java.util.Arrays.deepHashCode(new Object[] {value}));
      }
      return hash;
    }
  }
}

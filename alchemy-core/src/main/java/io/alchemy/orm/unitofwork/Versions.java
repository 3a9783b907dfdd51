package io.alchemy.orm.unitofwork;

import io.alchemy.error.FlushException;
import io.alchemy.schema.Column;
import org.jspecify.annotations.Nullable;

/** How version columns count. */
final class Versions {
  private Versions() {}

  static @Nullable Object first(Column<?> column) {
    return of(column, 1);
  }

  /** The version after this one; a row that had none begins to count. */
  static @Nullable Object next(Column<?> column, @Nullable Object version) {
    if (version == null) {
      return first(column);
    }
    if (version instanceof Number number) {
      return of(column, number.longValue() + 1);
    }
    throw new FlushException("The version column " + column.table().name() + "." + column.name()
        + " holds a " + version.getClass().getSimpleName()
        + ", which cannot be counted: use an integer type.");
  }

  private static @Nullable Object of(Column<?> column, long version) {
    return version <= Integer.MAX_VALUE
        ? column.type().convert((int) version)
        : column.type().convert(version);
  }
}

package io.alchemy.sql.node;

import io.alchemy.sql.Assignable;
import org.jspecify.annotations.Nullable;

/** A column to set that is known by name only, until the compiler asks the table. */
public record ColumnName(String key) implements Assignable<@Nullable Object>, Node {
  @Override
  public void shape(ShapeWriter to) {
    to.token(ColumnName.class).token(key);
  }

  @Override
  public String toString() {
    return key;
  }
}

package io.alchemy.schema;

import io.alchemy.error.ArgumentException;
import org.jspecify.annotations.Nullable;

/** A rule that a table holds its rows to. Belongs to one table. */
public abstract sealed class Constraint implements SchemaItem
    permits PrimaryKey, UniqueKey, ForeignKey, Check {
  private final @Nullable String name;
  private @Nullable Table table;

  Constraint(@Nullable String name) {
    this.name = name;
  }

  /** Its name; null where the database chooses one. */
  public final @Nullable String name() {
    return name;
  }

  /**
   * The table that it belongs to.
   *
   * @throws ArgumentException before it was given to one
   */
  public final Table table() {
    if (table == null) {
      throw new ArgumentException(this + " belongs to no table yet");
    }
    return table;
  }

  final void attach(Table owner) {
    if (table != null) {
      throw new ArgumentException(
          this + " belongs to " + table.name() + "; make another one for " + owner.name());
    }
    table = owner;
  }
}

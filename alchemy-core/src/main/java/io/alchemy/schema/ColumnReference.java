package io.alchemy.schema;

import io.alchemy.error.ArgumentException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A column of a table that may be defined later. */
record ColumnReference(
    @Nullable String tableAndColumn, @Nullable Supplier<? extends Column<?>> supplier) {

  static ColumnReference to(String tableAndColumn) {
    int dot = tableAndColumn.lastIndexOf('.');
    if (dot < 1 || dot == tableAndColumn.length() - 1) {
      throw new ArgumentException(
          "A reference is written \"table.column\", not \"" + tableAndColumn + "\"");
    }
    return new ColumnReference(tableAndColumn, null);
  }

  static ColumnReference to(Supplier<? extends Column<?>> column) {
    return new ColumnReference(null, column);
  }

  @Nullable
  String tableName() {
    return tableAndColumn == null
        ? null
        : tableAndColumn.substring(0, tableAndColumn.lastIndexOf('.'));
  }

  Column<?> resolve(ForeignKey owner) {
    if (supplier != null) {
      Column<?> column = supplier.get();
      if (column == null) {
        throw new ArgumentException(owner.table().name()
            + ": references(() -> …) gave null; the table it names is not made yet");
      }
      return column;
    }
    String reference = String.valueOf(tableAndColumn);
    String tableName = String.valueOf(tableName());
    MetaData metadata = owner.table().metadata();
    Table target = metadata.find(tableName, owner.table().schema());
    if (target == null) {
      throw new ArgumentException(owner.table().name()
          + " refers to \""
          + reference
          + "\", but the MetaData has no table "
          + tableName
          + ": define it, or touch the class that holds it, before this is used");
    }
    return target.column(reference.substring(reference.lastIndexOf('.') + 1));
  }

  @Override
  public String toString() {
    return tableAndColumn == null ? "(a column given later)" : tableAndColumn;
  }
}

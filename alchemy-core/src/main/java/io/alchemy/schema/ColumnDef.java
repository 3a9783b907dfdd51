package io.alchemy.schema;

import io.alchemy.sql.Expression;
import io.alchemy.types.SqlType;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A column while it is defined. Declare fields as {@link Column}: then only its use is visible. */
public final class ColumnDef<T extends @Nullable Object> extends Column<T> {
  ColumnDef(String name, SqlType<T> type) {
    super(name, type);
  }

  public ColumnDef<T> primaryKey() {
    return this;
  }

  public ColumnDef<T> notNull() {
    return this;
  }

  @SuppressWarnings("unchecked")
  public ColumnDef<@Nullable T> nullable() {
    return (ColumnDef<@Nullable T>) (Object) this;
  }

  public ColumnDef<T> unique() {
    return this;
  }

  public ColumnDef<T> indexed() {
    return this;
  }

  public ColumnDef<T> key(String key) {
    return this;
  }

  public ColumnDef<T> sequence(String name) {
    return this;
  }

  public ColumnDef<T> references(String tableAndColumn) {
    return this;
  }

  public ColumnDef<T> references(Supplier<? extends Column<T>> column) {
    return this;
  }

  public ColumnDef<T> onDelete(String action) {
    return this;
  }

  public ColumnDef<T> defaultValue(T value) {
    return this;
  }

  public ColumnDef<T> defaultValue(Expression<? extends T> sql) {
    return this;
  }

  public ColumnDef<T> defaultFrom(Supplier<? extends T> supplier) {
    return this;
  }

  public ColumnDef<T> onUpdateFrom(Supplier<? extends T> supplier) {
    return this;
  }

  public ColumnDef<T> serverDefault(Expression<? extends T> sql) {
    return this;
  }

  public ColumnDef<T> comment(String text) {
    return this;
  }
}

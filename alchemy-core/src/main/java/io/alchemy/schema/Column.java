package io.alchemy.schema;

import io.alchemy.sql.*;
import io.alchemy.types.SqlType;
import org.jspecify.annotations.Nullable;

/** A column as it is used: an expression. How it is defined, see {@link ColumnDef}. */
public abstract sealed class Column<T extends @Nullable Object>
    implements Expression<T>, Assignable<T>, SchemaItem permits ColumnDef {
  private final String name;
  private final SqlType<T> type;

  Column(String name, SqlType<T> type) {
    this.name = name;
    this.type = type;
  }

  public static <T extends @Nullable Object> ColumnDef<T> column(String name, SqlType<T> type) {
    return new ColumnDef<>(name, type);
  }

  public String name() {
    return name;
  }

  @Override
  public String key() {
    return name;
  }

  @Override
  public SqlType<T> type() {
    return type;
  }

  public Table table() {
    throw new UnsupportedOperationException();
  }

  public boolean isNullable() {
    throw new UnsupportedOperationException();
  }
}

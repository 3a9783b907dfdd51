package io.alchemy.schema;

import io.alchemy.sql.*;
import io.alchemy.types.SqlType;
import java.util.*;
import org.jspecify.annotations.Nullable;

public class Table implements DmlTarget, Selectable<Row> {
  private final String name;
  private final List<Column<?>> columns = new ArrayList<>();

  @SuppressWarnings("this-escape")
  public Table(String name, MetaData metadata, SchemaItem... items) {
    this.name = name;
    metadata.add(name, this);
  }

  protected final <T extends @Nullable Object> ColumnDef<T> column(String name, SqlType<T> type) {
    ColumnDef<T> c = new ColumnDef<>(name, type);
    columns.add(c);
    return c;
  }

  protected final void unique(Column<?>... columns) {}

  protected final void index(String name, Expression<?>... columns) {}

  @Override
  public final String name() {
    return name;
  }

  public final List<Column<?>> columns() {
    return List.copyOf(columns);
  }

  public final Column<?> column(String name) {
    throw new UnsupportedOperationException();
  }

  public final <T extends @Nullable Object> Column<T> column(String name, Class<T> type) {
    throw new UnsupportedOperationException();
  }

  public final Alias as(String alias) {
    throw new UnsupportedOperationException();
  }

  public final Table reflect(Bind bind) {
    throw new UnsupportedOperationException();
  }

  public final void create(Bind bind) {
    throw new UnsupportedOperationException();
  }
}

package io.alchemy.sql.node;

import io.alchemy.sql.Alias;
import io.alchemy.sql.Expression;
import io.alchemy.sql.From;
import io.alchemy.sql.Printer;
import io.alchemy.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code table AS name}.
 *
 * <p>One without a name is known by identity, and gets a name where it is written.
 */
public final class TableAlias implements Alias, RowSource, Node {
  private final From table;
  private final @Nullable String name;

  public TableAlias(From table, @Nullable String name) {
    this.table = table;
    this.name = name;
  }

  /** An alias whose name is chosen where it is written, so that no other can clash with it. */
  public static TableAlias anonymous(From table) {
    return new TableAlias(table, null);
  }

  public From table() {
    return table;
  }

  public boolean isAnonymous() {
    return name == null;
  }

  @Override
  public String name() {
    return name == null ? "anonymous" : name;
  }

  @Override
  @SuppressWarnings("unchecked") // an alias's column has its column's type
  public <T extends @Nullable Object> Expression<T> get(Expression<T> column) {
    return new AliasColumn<>(this, column, (SqlType<T>) column.type());
  }

  @Override
  public <T extends @Nullable Object> Expression<T> get(String column, SqlType<T> type) {
    return new NamedColumn<>(this, column, type);
  }

  @Override
  public Alias as(String other) {
    return new TableAlias(table, other);
  }

  @Override
  public List<? extends Expression<?>> columns() {
    List<Expression<?>> columns = new ArrayList<>();
    if (table instanceof RowSource source) {
      for (Expression<?> column : source.columns()) {
        columns.add(get(column));
      }
    }
    return columns;
  }

  @Override
  public void shape(ShapeWriter to) {
    if (name != null) {
      to.token(TableAlias.class).token(name).child(table);
    } else if (to.anonymous(this)) {
      to.token(TableAlias.class).child(table);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (name != null
            && other instanceof TableAlias that
            && name.equals(that.name)
            && table.equals(that.table));
  }

  @Override
  public int hashCode() {
    return name == null ? System.identityHashCode(this) : Objects.hash(name, table);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}

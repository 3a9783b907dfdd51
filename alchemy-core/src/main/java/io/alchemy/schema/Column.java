package io.alchemy.schema;

import io.alchemy.error.InvalidRequestException;
import io.alchemy.sql.Assignable;
import io.alchemy.sql.Expression;
import io.alchemy.sql.node.Node;
import io.alchemy.sql.node.ShapeWriter;
import io.alchemy.types.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column as it is used: an expression. How it is defined, see {@link ColumnDef}; that is the same object, so declare fields
 * as {@code Column} and only its use is visible. Compared by identity.
 *
 * @param <T> the Java type of its values
 */
public abstract sealed class Column<T extends @Nullable Object>
    implements Expression<T>, Assignable<T>, SchemaItem, Node permits ColumnDef {
  private final String name;
  private final SqlType<T> type;
  private final ColumnTraits<T> traits = new ColumnTraits<>();
  private @Nullable Table table;

  Column(String name, SqlType<T> type) {
    this.name = name;
    this.type = type;
  }

  /** A column to be given to a {@link Table}. */
  public static <T extends @Nullable Object> ColumnDef<T> column(String name, SqlType<T> type) {
    return new ColumnDef<>(name, type);
  }

  /** Its name in the database. */
  public String name() {
    return name;
  }

  /** What the program calls it in maps of values: its name, unless {@link ColumnDef#key} says otherwise. */
  @Override
  public String key() {
    return traits.key == null ? name : traits.key;
  }

  @Override
  public SqlType<T> type() {
    return type;
  }

  /**
   * The table that it belongs to.
   *
   * @throws InvalidRequestException before it was given to one
   */
  public Table table() {
    if (table == null) {
      throw new InvalidRequestException(
          "The column " + name + " belongs to no table yet; give it to a Table first");
    }
    return table;
  }

  final void attach(Table owner) {
    if (table != null) {
      throw new InvalidRequestException("The column " + this
          + " belongs to a table already; make another one for " + owner.name());
    }
    table = owner;
  }

  final boolean isAttached() {
    return table != null;
  }

  final ColumnTraits<T> traits() {
    return traits;
  }

  public boolean isPrimaryKey() {
    return table == null ? traits.primaryKey : table.primaryKey().contains(this);
  }

  /** Whether NULL is allowed: yes, unless it is part of the primary key or was defined otherwise. */
  public boolean isNullable() {
    return traits.nullable && !isPrimaryKey();
  }

  /** Whether it alone is a unique key, other than the primary key. */
  public boolean isUnique() {
    return traits.unique
        || table != null
            && table.uniqueKeys().stream().anyMatch(key -> key.columns().equals(List.of(this)));
  }

  /** Whether the database generates its values: see {@link Table#autoIncrementColumn}. */
  public boolean isAutoIncrement() {
    return table != null && table.autoIncrementColumn() == this;
  }

  /** Whether a generated value must not come twice, even if the row that had it is gone. */
  public boolean isNeverReused() {
    return traits.neverReused;
  }

  /** The foreign keys that it is part of. */
  public List<ForeignKey> foreignKeys() {
    return table().foreignKeys().stream()
        .filter(key -> key.columns().contains(this))
        .toList();
  }

  /** Where an INSERT that does not name it takes its value from; null if from nowhere. */
  public @Nullable DefaultGenerator<T> defaultGenerator() {
    return traits.defaultGenerator;
  }

  /** Where an UPDATE that does not name it takes its value from; null if it stays as it is. */
  public @Nullable DefaultGenerator<T> onUpdateGenerator() {
    return traits.onUpdateGenerator;
  }

  /** What the table itself fills in where an INSERT says nothing; null if NULL. */
  public @Nullable Expression<? extends T> serverDefault() {
    return traits.serverDefault;
  }

  /** The sequence that it was given, used or not: see {@link #drawsFrom}. */
  public @Nullable Sequence sequence() {
    return traits.sequence;
  }

  /**
   * The sequence that its values are drawn from on databases that have sequences. Null if it has none, or if its one is
   * optional and the column is generated without.
   */
  public @Nullable Sequence drawsFrom() {
    Sequence sequence = traits.sequence;
    return sequence != null && sequence.isOptional() && isAutoIncrement() ? null : sequence;
  }

  public @Nullable String comment() {
    return traits.comment;
  }

  @Override
  public void shape(ShapeWriter to) {
    if (table != null) {
      table.seal();
    }
    to.token(this);
  }

  @Override
  public String toString() {
    return table == null ? name : table.name() + "." + name;
  }
}

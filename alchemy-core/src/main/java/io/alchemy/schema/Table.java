package io.alchemy.schema;

import io.alchemy.error.ArgumentException;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.sql.Alias;
import io.alchemy.sql.DmlTarget;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Row;
import io.alchemy.sql.Selectable;
import io.alchemy.sql.node.Node;
import io.alchemy.sql.node.RowSource;
import io.alchemy.sql.node.ShapeWriter;
import io.alchemy.sql.node.TableAlias;
import io.alchemy.types.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A table of the database: its columns, constraints and indexes.
 *
 * <p>Either all of them are given to the constructor, or a subclass has its columns as fields, made by the protected {@code
 * column} methods; keep such tables as constants of one holder class, the {@link MetaData} first. A table can be changed until
 * it is first used in a statement or created. Compared by identity.
 */
public class Table implements DmlTarget, Selectable<Row>, RowSource, Node {
  private final @Nullable String schema;
  private final String name;
  private final MetaData metadata;
  private final Map<String, Column<?>> columns = new LinkedHashMap<>();
  private final List<Constraint> constraints = new ArrayList<>();
  private final List<Index> indexes = new ArrayList<>();
  private final ReentrantLock sealing = new ReentrantLock();
  private volatile @Nullable TableKeys keys;

  /** A table in the schema of {@code metadata}. */
  public Table(String name, MetaData metadata, SchemaItem... items) {
    this(metadata.schema(), name, metadata, items);
  }

  /**
   * A table in a schema of its own.
   *
   * @param schema null for the database's default
   * @throws ArgumentException when {@code metadata} has a table of that name
   */
  @SuppressWarnings("this-escape") // the MetaData only keeps the reference
  public Table(@Nullable String schema, String name, MetaData metadata, SchemaItem... items) {
    this.schema = schema;
    this.name = name;
    this.metadata = metadata;
    add(items);
    metadata.add(this);
  }

  /** A column, for subclasses that keep it in a field. */
  protected final <T extends @Nullable Object> ColumnDef<T> column(String name, SqlType<T> type) {
    ColumnDef<T> column = new ColumnDef<>(name, type);
    add(column);
    return column;
  }

  /** Adds a unique key of several columns. */
  protected final void unique(Column<?>... columns) {
    add(new UniqueKey(null, ColumnList.of("unique key", Arrays.asList(columns))));
  }

  /** Makes these columns, in this order, the primary key. */
  protected final void primaryKey(Column<?>... columns) {
    add(new PrimaryKey(null, ColumnList.of("primary key", Arrays.asList(columns))));
  }

  /** Adds an index of columns or expressions. */
  protected final void index(String name, Expression<?>... columns) {
    add(Index.of(name, Arrays.asList(columns)));
  }

  /** Adds columns, constraints and indexes. */
  protected final void add(SchemaItem... items) {
    for (SchemaItem item : items) {
      requireOpen("the table");
      if (item instanceof Column<?> column) {
        addColumn(column);
      } else if (item instanceof Constraint constraint) {
        constraint.attach(this);
        constraints.add(constraint);
      } else if (item instanceof Index index) {
        index.attach(this);
        indexes.add(index);
      }
    }
  }

  private void addColumn(Column<?> column) {
    if (columns.values().stream().anyMatch(other -> other.name().equals(column.name()))) {
      throw new ArgumentException(name + " has a column " + column.name() + " already");
    }
    if (columns.putIfAbsent(column.key(), column) != null) {
      throw new ArgumentException(name + " has a column with the key " + column.key() + " already");
    }
    column.attach(this);
  }

  final void rename(Column<?> column, String key) {
    requireOpen("the column " + column.name());
    if (columns.containsKey(key) && columns.get(key) != column) {
      throw new ArgumentException(name + " has a column with the key " + key + " already");
    }
    Map<String, Column<?>> renamed = new LinkedHashMap<>();
    columns.forEach((old, one) -> renamed.put(one == column ? key : old, one));
    columns.clear();
    columns.putAll(renamed);
  }

  final void requireOpen(String what) {
    if (keys != null) {
      throw new InvalidRequestException(what
          + " of "
          + name
          + " cannot change: the table has been used in a statement, created or looked into");
    }
  }

  /** Ends the time in which the table can change, and works out its keys. */
  final TableKeys seal() {
    TableKeys known = keys;
    if (known != null) {
      return known;
    }
    sealing.lock();
    try {
      if (keys == null) {
        keys = TableKeys.of(this, columns(), constraints, indexes);
      }
      return keys;
    } finally {
      sealing.unlock();
    }
  }

  /** Its name, without the schema. */
  @Override
  public final String name() {
    return name;
  }

  /** Null for the database's default schema. */
  public final @Nullable String schema() {
    return schema;
  }

  /** Its name in its {@link MetaData}: {@code schema.name}, or the name alone. */
  public final String key() {
    return MetaData.key(schema, name);
  }

  public final MetaData metadata() {
    return metadata;
  }

  /** Its columns, in the order in which they were defined. */
  @Override
  public final List<Column<?>> columns() {
    TableKeys known = keys;
    return known == null ? List.copyOf(columns.values()) : known.columns();
  }

  public final boolean hasColumn(String key) {
    return find(key) != null;
  }

  /**
   * The column with this key, or with this name.
   *
   * @throws ArgumentException when there is none
   */
  public final Column<?> column(String key) {
    Column<?> column = find(key);
    if (column == null) {
      throw new ArgumentException(
          name + " has no column " + key + "; it has " + String.join(", ", columns.keySet()));
    }
    return column;
  }

  private @Nullable Column<?> find(String key) {
    Column<?> column = columns.get(key);
    if (column != null) {
      return column;
    }
    return columns.values().stream()
        .filter(one -> one.name().equals(key))
        .findFirst()
        .orElse(null);
  }

  /**
   * The column with this key, its type checked.
   *
   * @throws ArgumentException when there is none, or its values are of another class
   */
  @SuppressWarnings("unchecked")
  public final <T extends @Nullable Object> Column<T> column(String key, Class<T> type) {
    Column<?> column = column(key);
    if (column.type().javaType() != type) {
      throw new ArgumentException(column
          + " holds "
          + column.type().javaType().getName()
          + " ("
          + column.type().name()
          + "), not "
          + type.getName());
    }
    return (Column<T>) column;
  }

  /** The columns of the primary key, in key order; empty if there is none. */
  public final List<Column<?>> primaryKey() {
    return seal().primaryKey();
  }

  /** The primary key as a constraint, with its name; null if there is none. */
  public final @Nullable PrimaryKey primaryKeyConstraint() {
    return seal().primaryKeyConstraint();
  }

  public final List<ForeignKey> foreignKeys() {
    return seal().foreignKeys();
  }

  /** Its unique keys; the primary key is not among them. */
  public final List<UniqueKey> uniqueKeys() {
    return seal().uniqueKeys();
  }

  public final List<Check> checks() {
    return seal().checks();
  }

  public final List<Index> indexes() {
    return seal().indexes();
  }

  /**
   * The column whose values the database generates: the only one of the primary key, if it is of an integer type and has
   * neither a default nor a foreign key. Null if there is no such column.
   */
  public final @Nullable Column<?> autoIncrementColumn() {
    return seal().autoIncrementColumn();
  }

  /** {@code table AS alias}. */
  public final Alias as(String alias) {
    return new TableAlias(this, alias);
  }

  /**
   * Adds what the database knows of this table and what was not defined here: columns, keys and indexes. Tables that it
   * refers to are added to the {@link MetaData} too.
   *
   * @return this table
   */
  public final Table reflect(Bind bind) {
    new Reflection(bind.inspector(), metadata).fill(this);
    return this;
  }

  /** Creates the table with its indexes, unless it exists. */
  public final void create(Bind bind) {
    bind.define(ddl -> DdlPlan.create(List.of(this), ddl).forEach(ddl::run));
  }

  /** Drops the table if it exists. */
  public final void drop(Bind bind) {
    bind.define(ddl -> DdlPlan.drop(List.of(this), ddl).forEach(ddl::run));
  }

  @Override
  public final void shape(ShapeWriter to) {
    seal();
    to.token(this);
  }

  @Override
  public final String toString() {
    return key();
  }
}

package io.alchemy.schema;

import io.alchemy.error.ArgumentException;
import io.alchemy.error.InvalidRequestException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tables of a database, by name. */
public final class MetaData {
  private final @Nullable String schema;
  private final Map<String, Table> tables = Collections.synchronizedMap(new TreeMap<>());
  private volatile @Nullable Bind bind;

  /** Of tables in the database's default schema. */
  public MetaData() {
    this(null);
  }

  /** Of tables that are in {@code schema} unless they say otherwise. */
  public MetaData(@Nullable String schema) {
    this.schema = schema;
  }

  /** Null for the database's default schema. */
  public @Nullable String schema() {
    return schema;
  }

  static String key(@Nullable String schema, String name) {
    return schema == null ? name : schema + "." + name;
  }

  void add(Table table) {
    if (tables.putIfAbsent(table.key(), table) != null) {
      throw new ArgumentException("The table " + table.key()
          + " is already defined in this MetaData; find it with table(…)");
    }
  }

  @Nullable
  Table find(String name, @Nullable String nearSchema) {
    Table near = tables.get(key(nearSchema, name));
    return near == null ? tables.get(name) : near;
  }

  /** Its tables, by name. */
  public List<Table> tables() {
    synchronized (tables) {
      return List.copyOf(tables.values());
    }
  }

  public boolean hasTable(String name) {
    return find(name, schema) != null;
  }

  /**
   * The table of that name, {@code schema.name} where it has a schema of its own.
   *
   * @throws ArgumentException when there is none
   */
  public Table table(String name) {
    Table table = find(name, schema);
    if (table == null) {
      throw new ArgumentException(
          "The MetaData has no table " + name + "; it has " + String.join(", ", names()));
    }
    return table;
  }

  private List<String> names() {
    return tables().stream().map(Table::key).toList();
  }

  /**
   * Its tables, each after those that its foreign keys refer to, ties by name. Where foreign keys form a cycle, those of the
   * cycle do not count.
   */
  public List<Table> sortedTables() {
    return TableOrder.of(tables()).tables();
  }

  /** Makes {@code bind} what {@link #createAll()} and {@link #dropAll()} run on. */
  public MetaData bind(Bind bind) {
    this.bind = Objects.requireNonNull(bind);
    return this;
  }

  private Bind bound() {
    Bind bound = bind;
    if (bound == null) {
      throw new InvalidRequestException(
          "The MetaData is bound to no engine: call bind(engine) first, or createAll(engine)");
    }
    return bound;
  }

  /** Creates what does not exist, on what was given to {@link #bind}. */
  public void createAll() {
    createAll(bound());
  }

  /**
   * Creates every table that does not exist, with its indexes and sequences, in one transaction where the database's DDL takes
   * part in transactions. Tables that exist are left as they are. Foreign keys that form a cycle are added afterwards. Schemas are not
   * created: one that a table names must exist, or the database refuses the table.
   */
  public void createAll(Bind bind) {
    bind.define(ddl -> DdlPlan.create(tables(), ddl).forEach(ddl::run));
  }

  /** Drops what exists, on what was given to {@link #bind}. */
  public void dropAll() {
    dropAll(bound());
  }

  /** Drops every table that exists, those that refer to others first, and the sequences that only they used. */
  public void dropAll(Bind bind) {
    bind.define(ddl -> DdlPlan.drop(tables(), ddl).forEach(ddl::run));
  }

  /** Adds every table of the database that is not defined here. */
  public void reflect(Bind bind) {
    new Reflection(bind.inspector(), this).all();
  }

  @Override
  public String toString() {
    return "MetaData" + names();
  }
}

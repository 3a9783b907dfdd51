package io.alchemy.schema;

import io.alchemy.types.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the catalogue of a database: what it has, whatever a {@link MetaData} says. Every call asks the database. Names are as
 * the database keeps them; where it keeps those without quotes in capitals, as H2 does, they are in lower case here, as they are written.
 */
public interface Inspector {

  /**
   * A column.
   *
   * @param type the type whose values it holds, as near as its declaration tells; text for those that only one database has, such
   *     as PostgreSQL's enumerations
   * @param declaredType the type's name in the database
   * @param defaultSql the default as SQL; null if there is none
   */
  record ColumnInfo(
      String name,
      SqlType<?> type,
      String declaredType,
      boolean isNullable,
      @Nullable String defaultSql,
      boolean isAutoIncrement) {}

  /**
   * A primary or unique key.
   *
   * @param name null where the database knows none
   */
  record KeyInfo(@Nullable String name, List<String> columns) {}

  /**
   * A foreign key.
   *
   * @param name null where the database knows none
   * @param targetSchema null if it is the same schema
   * @param onDelete null for {@code NO ACTION}
   * @param onUpdate null for {@code NO ACTION}
   */
  record ForeignKeyInfo(
      @Nullable String name,
      List<String> columns,
      @Nullable String targetSchema,
      String targetTable,
      List<String> targetColumns,
      @Nullable String onDelete,
      @Nullable String onUpdate) {}

  /**
   * An index that no constraint made.
   *
   * @param elements column names, and SQL where it indexes expressions
   */
  record IndexInfo(String name, List<String> elements, boolean isUnique) {}

  /** The same for another schema than the default one. */
  Inspector inSchema(String schema);

  /** The names of the tables, sorted; views and the database's own tables are not among them. */
  List<String> tableNames();

  boolean hasTable(String name);

  /** The columns of a table in their order; empty if there is no such table. */
  List<ColumnInfo> columns(String table);

  /** The primary key; null if there is none. */
  @Nullable
  KeyInfo primaryKey(String table);

  List<ForeignKeyInfo> foreignKeys(String table);

  /** The unique constraints; unique indexes that no constraint made are among {@link #indexes}. */
  List<KeyInfo> uniqueKeys(String table);

  List<IndexInfo> indexes(String table);

  /** The names of the sequences, sorted, without those that belong to a column; empty where there are none. */
  List<String> sequenceNames();

  default boolean hasSequence(String name) {
    return sequenceNames().contains(name);
  }
}

package io.alchemy.schema;

import java.util.List;

/** A statement that changes the schema; a value, written for a database when it runs. */
public sealed interface DdlStatement {

  /** {@code CREATE TABLE}, with those of its foreign keys that are made at once. */
  record CreateTable(Table table, List<ForeignKey> foreignKeys) implements DdlStatement {}

  /** {@code DROP TABLE}. */
  record DropTable(Table table) implements DdlStatement {}

  /** {@code CREATE INDEX}. */
  record CreateIndex(Index index) implements DdlStatement {}

  /** {@code DROP INDEX}. */
  record DropIndex(Index index) implements DdlStatement {}

  /** {@code ALTER TABLE … ADD CONSTRAINT}. */
  record AddForeignKey(ForeignKey foreignKey) implements DdlStatement {}

  /** {@code ALTER TABLE … DROP CONSTRAINT}. */
  record DropConstraint(Table table, String name) implements DdlStatement {}

  /** {@code CREATE SEQUENCE}. */
  record CreateSequence(Sequence sequence) implements DdlStatement {}

  /** {@code DROP SEQUENCE}. */
  record DropSequence(Sequence sequence) implements DdlStatement {}

  /** {@code COMMENT ON COLUMN}. */
  record CommentOnColumn(Column<?> column) implements DdlStatement {}

  /** Puts the check of foreign keys off to the end of the transaction, where constraints cannot be dropped. */
  record DeferForeignKeys() implements DdlStatement {}
}

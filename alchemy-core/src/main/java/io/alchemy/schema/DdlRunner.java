package io.alchemy.schema;

/** Runs DDL statements, and says what the database can do about them. */
public interface DdlRunner {
  Inspector inspector();

  /** Whether constraints can be added to, and dropped from, tables that exist. */
  boolean altersConstraints();

  boolean hasSequences();

  /** Whether the database keeps comments of columns. */
  boolean hasComments();

  void run(DdlStatement statement);
}

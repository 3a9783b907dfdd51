package io.alchemy.types;

/**
 * The kinds of value that not every database has a type of its own for, with the names that the SQL standard gives them.
 *
 * @see Database#nativeName
 */
public enum NativeType {
  BOOLEAN("BOOLEAN"),
  REAL("REAL"),
  DOUBLE("DOUBLE PRECISION"),
  /** Decimals of limited precision; the name takes precision and scale. */
  DECIMAL("NUMERIC"),
  /** Decimals of any precision. */
  UNLIMITED_DECIMAL("NUMERIC"),
  TEXT("TEXT"),
  BINARY("BLOB"),
  DATE("DATE"),
  TIME("TIME"),
  DATETIME("TIMESTAMP"),
  DATETIME_TZ("TIMESTAMP WITH TIME ZONE"),
  UUID("UUID"),
  JSON("JSON"),
  ARRAY("ARRAY");

  private final String standardName;

  NativeType(String standardName) {
    this.standardName = standardName;
  }

  /** The name in the SQL standard, or the one that most databases agree on. */
  public String standardName() {
    return standardName;
  }
}

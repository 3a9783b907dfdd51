package io.alchemy.engine.execution;

/** What a statement may do to the database, as far as can be told before it runs. */
public enum Effect {
  /** It reads tables and does nothing else: it locks no row, and calls no function that could change something. */
  READS_TABLES,
  /** It gives rows, but may lock them, or call what changes something. */
  READS,
  WRITES;

  /** What raw SQL does, as far as its words tell. */
  public static Effect of(boolean writes) {
    return writes ? WRITES : READS;
  }

  public boolean writes() {
    return this == WRITES;
  }
}

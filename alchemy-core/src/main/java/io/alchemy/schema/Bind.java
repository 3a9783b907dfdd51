package io.alchemy.schema;

import java.util.function.Consumer;

/** What DDL and reflection run on: an engine or a connection. */
public interface Bind {
  /** Reads the catalogue of the database. */
  Inspector inspector();

  /**
   * Runs DDL on one connection. On an engine it is one transaction of its own where the database has transactional DDL;
   * on a connection it is part of that connection's transaction.
   */
  void define(Consumer<? super DdlRunner> work);
}

package io.alchemy.engine;

import io.alchemy.error.AlchemyException;
import org.jspecify.annotations.Nullable;

/** Runs a user's lambda on a connection of its own. */
final class Works {
  private Works() {}

  static <T extends @Nullable Object> T transaction(
      Engine engine, WorkResult<? super Connection, ? extends T> work) {
    try (Connection connection = engine.connect()) {
      ((EngineConnection) connection).declareWriter();
      T result = run(connection, work);
      connection.commit();
      return result;
    }
  }

  static <T extends @Nullable Object> T read(
      Engine engine, WorkResult<? super Connection, ? extends T> work) {
    try (Connection connection = engine.connect()) {
      ((EngineConnection) connection).refuseWrites();
      return run(connection, work);
    }
  }

  private static <T extends @Nullable Object> T run(
      Connection connection, WorkResult<? super Connection, ? extends T> work) {
    try {
      return work.run(connection);
    } catch (RuntimeException unchecked) {
      throw unchecked;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AlchemyException("interrupted; the transaction is rolled back", interrupted);
    } catch (Exception checked) {
      throw new AlchemyException("the transaction is rolled back after " + checked, checked);
    }
  }
}

package io.alchemy.engine;

public interface Transaction extends AutoCloseable {
  void commit();

  void rollback();

  @Override
  void close();
}

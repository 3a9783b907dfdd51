package io.alchemy.engine;

import io.alchemy.schema.*;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

public final class Engine implements Bind, AutoCloseable {
  private Engine() {}

  public static Engine create(String url) {
    throw new UnsupportedOperationException();
  }

  public static Engine of(DataSource dataSource) {
    throw new UnsupportedOperationException();
  }

  public static Builder builder(String url) {
    throw new UnsupportedOperationException();
  }

  public Connection connect() {
    throw new UnsupportedOperationException();
  }

  public void transaction(Work<? super Connection> work) {
    throw new UnsupportedOperationException();
  }

  public <T extends @Nullable Object> T transactionResult(
      WorkResult<? super Connection, ? extends T> work) {
    throw new UnsupportedOperationException();
  }

  public <T extends @Nullable Object> T read(WorkResult<? super Connection, ? extends T> work) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Inspector inspector() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void define(java.util.function.Consumer<? super DdlRunner> work) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }

  public static final class Builder {
    private Builder() {}

    public Builder echo(boolean echo) {
      throw new UnsupportedOperationException();
    }

    public Builder poolSize(int size) {
      throw new UnsupportedOperationException();
    }

    public Engine build() {
      throw new UnsupportedOperationException();
    }
  }
}

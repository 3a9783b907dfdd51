package io.alchemy.orm;

import io.alchemy.engine.*;
import org.jspecify.annotations.Nullable;

public final class SessionMaker {
  private SessionMaker() {}

  public static Builder builder(Registry registry, Engine engine) {
    throw new UnsupportedOperationException();
  }

  public Session open() {
    throw new UnsupportedOperationException();
  }

  public void transaction(Work<? super Session> work) {
    throw new UnsupportedOperationException();
  }

  public <T extends @Nullable Object> T transactionResult(
      WorkResult<? super Session, ? extends T> work) {
    throw new UnsupportedOperationException();
  }

  public <T extends @Nullable Object> T read(WorkResult<? super Session, ? extends T> work) {
    throw new UnsupportedOperationException();
  }

  public static final class Builder {
    private Builder() {}

    public Builder autoflush(boolean on) {
      throw new UnsupportedOperationException();
    }

    public Builder expireOnCommit(boolean on) {
      throw new UnsupportedOperationException();
    }

    public SessionMaker build() {
      throw new UnsupportedOperationException();
    }
  }
}

package io.alchemy.orm;

import io.alchemy.schema.*;
import io.alchemy.sql.*;

public final class Registry {
  public Registry(MetaData metadata) {}

  public <E> EntityMapping<E> map(Class<E> type, From source) {
    throw new UnsupportedOperationException();
  }

  public void mapAnnotated(Class<?>... types) {
    throw new UnsupportedOperationException();
  }

  public Table table(Class<?> type) {
    throw new UnsupportedOperationException();
  }

  public void configure() {
    throw new UnsupportedOperationException();
  }
}

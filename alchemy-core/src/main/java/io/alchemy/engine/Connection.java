package io.alchemy.engine;

import io.alchemy.schema.*;
import io.alchemy.sql.*;
import java.util.*;
import org.jspecify.annotations.*;

public interface Connection extends Bind, AutoCloseable {
  Result<Row> execute(String sql, @Nullable Object... parameters);

  <R extends @Nullable Object> Result<R> execute(Executable<R> statement);

  <R extends @Nullable Object> Result<R> execute(
      Executable<R> statement, Map<String, ?> parameters);

  <R extends @Nullable Object> Result<R> executeMany(
      Executable<R> statement, Collection<? extends Map<String, ?>> parameters);

  Transaction begin();

  Transaction beginNested();

  Connection isolation(IsolationLevel level);

  Connection autocommit();

  void commit();

  void rollback();

  @Override
  void close();
}

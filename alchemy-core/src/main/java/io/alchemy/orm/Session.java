package io.alchemy.orm;

import io.alchemy.engine.*;
import io.alchemy.sql.*;
import java.util.*;
import org.jspecify.annotations.*;

public interface Session extends AutoCloseable {
  void add(Object instance);

  void addAll(Iterable<?> instances);

  void delete(Object instance);

  void flush();

  void commit();

  void rollback();

  void refresh(Object instance);

  void expire(Object instance);

  void expireAll();

  void expunge(Object instance);

  <E> E merge(E instance);

  boolean contains(Object instance);

  <E> @Nullable E get(Class<E> type, Object key);

  <E> E getOne(Class<E> type, Object key);

  <E> Optional<E> find(Class<E> type, Object key);

  <E> Query<E> query(Class<E> type);

  <T extends @Nullable Object> Query<T> query(Selectable<T> one);

  Query<Row> query(Selectable<?> first, Selectable<?> second, Selectable<?>... more);

  <R extends @Nullable Object> Result<R> execute(Executable<R> statement);

  <R extends @Nullable Object> Result<R> execute(
      Executable<R> statement, Map<String, ?> parameters);

  <R extends @Nullable Object> Result<R> executeMany(
      Executable<R> statement, Collection<? extends Map<String, ?>> parameters);

  Transaction beginNested();

  Connection connection();

  @Override
  void close();
}

package io.alchemy.orm;

import io.alchemy.engine.*;
import io.alchemy.sql.*;
import java.util.*;
import org.jspecify.annotations.*;

public final class ScopedSession implements Session {
  private final SessionMaker maker;

  public ScopedSession(SessionMaker maker) {
    this.maker = maker;
  }

  public Session current() {
    return maker.open();
  }

  public void remove() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void add(Object instance) {
    current().add(instance);
  }

  @Override
  public void addAll(Iterable<?> instances) {
    current().addAll(instances);
  }

  @Override
  public void delete(Object instance) {
    current().delete(instance);
  }

  @Override
  public void flush() {
    current().flush();
  }

  @Override
  public void commit() {
    current().commit();
  }

  @Override
  public void rollback() {
    current().rollback();
  }

  @Override
  public void refresh(Object instance) {
    current().refresh(instance);
  }

  @Override
  public void expire(Object instance) {
    current().expire(instance);
  }

  @Override
  public void expireAll() {
    current().expireAll();
  }

  @Override
  public void expunge(Object instance) {
    current().expunge(instance);
  }

  @Override
  public <E> E merge(E instance) {
    return current().merge(instance);
  }

  @Override
  public boolean contains(Object instance) {
    return current().contains(instance);
  }

  @Override
  public <E> @Nullable E get(Class<E> type, Object key) {
    return current().get(type, key);
  }

  @Override
  public <E> E getOne(Class<E> type, Object key) {
    return current().getOne(type, key);
  }

  @Override
  public <E> Optional<E> find(Class<E> type, Object key) {
    return current().find(type, key);
  }

  @Override
  public <E> Query<E> query(Class<E> type) {
    return current().query(type);
  }

  @Override
  public <T extends @Nullable Object> Query<T> query(Selectable<T> one) {
    return current().query(one);
  }

  @Override
  public Query<Row> query(Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
    return current().query(first, second, more);
  }

  @Override
  public <R extends @Nullable Object> Result<R> execute(Executable<R> statement) {
    return current().execute(statement);
  }

  @Override
  public <R extends @Nullable Object> Result<R> execute(
      Executable<R> statement, Map<String, ?> parameters) {
    return current().execute(statement, parameters);
  }

  @Override
  public <R extends @Nullable Object> Result<R> executeMany(
      Executable<R> statement, Collection<? extends Map<String, ?>> parameters) {
    return current().executeMany(statement, parameters);
  }

  @Override
  public Transaction beginNested() {
    return current().beginNested();
  }

  @Override
  public Connection connection() {
    return current().connection();
  }

  @Override
  public void close() {
    remove();
  }
}

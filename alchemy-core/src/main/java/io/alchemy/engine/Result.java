package io.alchemy.engine;

import io.alchemy.sql.*;
import java.util.*;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.*;

public interface Result<R extends @Nullable Object> extends Iterable<R> {
  List<R> all();

  R one();

  @Nullable
  R oneOrNull();

  @Nullable
  R first();

  Optional<R> findOne();

  Optional<R> findFirst();

  Stream<R> stream();

  Iterable<List<R>> partitions(int size);

  <T extends @Nullable Object> Result<T> into(Class<T> type);

  <T extends @Nullable Object> Result<T> map(Function<? super R, ? extends T> mapper);

  long rowCount();

  Row insertedPrimaryKey();

  List<Row> insertedPrimaryKeys();

  Keyset lastKey();

  void close();
}

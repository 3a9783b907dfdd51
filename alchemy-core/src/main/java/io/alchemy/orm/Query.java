package io.alchemy.orm;

import io.alchemy.sql.*;
import java.util.*;
import java.util.stream.Stream;
import org.jspecify.annotations.*;

@CheckReturnValue
public interface Query<R extends @Nullable Object> extends Iterable<R> {
  Query<R> filter(Condition... conditions);

  Query<R> filterBy(String attribute, @Nullable Object value);

  Query<R> join(Joinable relationship);

  Query<R> leftJoin(Joinable relationship);

  Query<R> orderBy(Ordering... order);

  Query<R> limit(long rows);

  Query<R> offset(long rows);

  Query<R> options(StatementOption... options);

  List<R> slice(int from, int to);

  List<R> all();

  R one();

  @Nullable
  R oneOrNull();

  @Nullable
  R first();

  Optional<R> findFirst();

  @Nullable
  R get(Object key);

  long count();

  boolean exists();

  Stream<R> stream();

  Select<R> select();
}

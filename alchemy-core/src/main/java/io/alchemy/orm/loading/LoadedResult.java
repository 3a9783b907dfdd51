package io.alchemy.orm.loading;

import io.alchemy.engine.Result;
import io.alchemy.error.ArgumentException;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.error.MultipleResultsFoundException;
import io.alchemy.error.NoResultFoundException;
import io.alchemy.error.ResultClosedException;
import io.alchemy.sql.Keyset;
import io.alchemy.sql.Row;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A result whose rows are in memory, as those of entities are: their siblings must all have arrived. */
final class LoadedResult<R extends @Nullable Object> implements Result<R> {
  private final List<R> rows;
  private final Object statement;
  private @Nullable String readBy;

  LoadedResult(List<R> rows, Object statement) {
    this.rows = rows;
    this.statement = statement;
  }

  private List<R> read(String reader) {
    if (readBy != null) {
      throw new ResultClosedException("a result is read once, and "
          + readBy
          + " has read this one; keep what it gave, or run the statement again");
    }
    readBy = reader;
    return rows;
  }

  @Override
  public List<R> all() {
    return read("all()");
  }

  @Override
  public R one() {
    List<R> all = only("one()");
    if (all.isEmpty()) {
      throw new NoResultFoundException("one() found no row: " + statement);
    }
    return all.get(0);
  }

  private List<R> only(String reader) {
    List<R> all = read(reader);
    if (all.size() > 1) {
      throw new MultipleResultsFoundException(
          reader + " found " + all.size() + " rows; first() takes the first of many: " + statement);
    }
    return all;
  }

  @Override
  public @Nullable R oneOrNull() {
    List<R> all = only("oneOrNull()");
    return all.isEmpty() ? null : all.get(0);
  }

  @Override
  public @Nullable R first() {
    List<R> all = read("first()");
    return all.isEmpty() ? null : all.get(0);
  }

  @Override
  @SuppressWarnings("NullAway") // Optional<R> of a nullable R holds its non-null values
  public Optional<R> findOne() {
    List<R> all = only("findOne()");
    return all.isEmpty() ? Optional.empty() : Optional.ofNullable(all.get(0));
  }

  @Override
  @SuppressWarnings("NullAway") // as findOne()
  public Optional<R> findFirst() {
    List<R> all = read("findFirst()");
    return all.isEmpty() ? Optional.empty() : Optional.ofNullable(all.get(0));
  }

  @Override
  public @Nullable Object scalar() {
    List<R> all = read("scalar()");
    return all.isEmpty() ? null : firstColumn(all.get(0));
  }

  @Override
  public <T> @Nullable T scalar(Class<T> type) {
    return type.cast(scalar());
  }

  private static @Nullable Object firstColumn(@Nullable Object row) {
    return row instanceof Row columns ? columns.get(0) : row;
  }

  @Override
  public Result<@Nullable Object> scalars() {
    return through("scalars()", LoadedResult::firstColumn);
  }

  @Override
  public <T> Result<@Nullable T> scalars(Class<T> type) {
    return through("scalars()", row -> type.cast(firstColumn(row)));
  }

  @Override
  public Iterator<R> iterator() {
    return read("iterating").iterator();
  }

  @Override
  public Stream<R> stream() {
    return read("stream()").stream();
  }

  @Override
  public Iterable<List<R>> partitions(int size) {
    if (size < 1) {
      throw new ArgumentException("a partition has at least one row, not " + size);
    }
    List<R> all = read("partitions()");
    List<List<R>> partitions = new ArrayList<>();
    for (int from = 0; from < all.size(); from += size) {
      partitions.add(all.subList(from, Math.min(all.size(), from + size)));
    }
    return partitions;
  }

  @Override
  public <T extends @Nullable Object> Result<T> into(Class<T> type) {
    return through(
        "into()", row -> row instanceof Row columns ? columns.into(type) : type.cast(row));
  }

  @Override
  public <T extends @Nullable Object> Result<T> map(Function<? super R, ? extends T> mapper) {
    return through("map()", mapper);
  }

  private <T extends @Nullable Object> Result<T> through(
      String reader, Function<? super R, ? extends T> then) {
    List<T> mapped = new ArrayList<>(rows.size());
    for (R row : read(reader)) {
      mapped.add(then.apply(row));
    }
    return new LoadedResult<>(mapped, statement);
  }

  @Override
  public long rowCount() {
    return -1;
  }

  @Override
  public Row insertedPrimaryKey() {
    throw noInsert();
  }

  @Override
  public List<Row> insertedPrimaryKeys() {
    throw noInsert();
  }

  private static InvalidRequestException noInsert() {
    return new InvalidRequestException(
        "a result of instances has no inserted primary keys; ask the instances for theirs");
  }

  @Override
  public Keyset lastKey() {
    throw new InvalidRequestException(
        "a result of instances has no lastKey(); make the position of the last instance with Keyset.of(…)");
  }

  @Override
  public void close() {
    if (readBy == null) {
      readBy = "close()";
    }
  }
}

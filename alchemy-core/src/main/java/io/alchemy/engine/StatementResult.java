package io.alchemy.engine;

import io.alchemy.compile.Conversion;
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
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The result of one execution, or a view of one through a mapper. */
final class StatementResult<R extends @Nullable Object> implements Result<R> {
  private final @Nullable RowFeed feed;
  private final Function<? super @Nullable Object, ? extends R> mapper;
  private final Outcome outcome;
  private @Nullable String readBy;

  /**
   * What an execution said beside its rows.
   *
   * @param lastKey the position of the row that was read last; null where rows have none
   */
  private record Outcome(
      String sql,
      long rowCount,
      @Nullable InsertedKeys keys,
      @Nullable AtomicReference<@Nullable Keyset> lastKey) {}

  private StatementResult(
      @Nullable RowFeed feed,
      Outcome outcome,
      Function<? super @Nullable Object, ? extends R> mapper) {
    this.feed = feed;
    this.outcome = outcome;
    this.mapper = mapper;
  }

  @SuppressWarnings("unchecked") // the feed's reader makes what the statement promises
  static <R extends @Nullable Object> Result<R> ofRows(
      String sql, RowFeed feed, @Nullable AtomicReference<@Nullable Keyset> lastKey) {
    return new StatementResult<>(
        feed, new Outcome(sql, feed.keptCount(), null, lastKey), row -> (R) row);
  }

  static <R extends @Nullable Object> Result<R> ofCount(String sql, long rowCount) {
    return withoutRows(new Outcome(sql, rowCount, null, null));
  }

  static <R extends @Nullable Object> Result<R> ofInsert(
      String sql, InsertedKeys keys, long rowCount) {
    return withoutRows(new Outcome(sql, rowCount, keys, null));
  }

  private static <R extends @Nullable Object> Result<R> withoutRows(Outcome outcome) {
    return new StatementResult<>(null, outcome, row -> {
      throw new IllegalStateException("there are no rows");
    });
  }

  /** The rows, for the one method that reads them. */
  private RowFeed rows(String reader) {
    if (feed == null) {
      throw new InvalidRequestException(reader
          + " reads rows, but the statement gives none: "
          + outcome.sql()
          + "; an INSERT, UPDATE or DELETE gives rows with returning(…)");
    }
    if (readBy != null) {
      throw new ResultClosedException("a result is read once, and "
          + readBy
          + " has read this one; keep what it gave, or run the statement again: "
          + outcome.sql());
    }
    readBy = reader;
    return feed;
  }

  /** One row at a time, mapped; a mapper that throws closes the cursor. */
  private final class Reader implements Iterator<R> {
    private final RowFeed rows;
    private boolean fetched;
    private boolean ended;
    private @Nullable R row;

    Reader(RowFeed rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      if (!fetched && !ended) {
        try {
          ended = !rows.next(next -> row = mapper.apply(next));
        } catch (RuntimeException | Error error) {
          closeAfter(rows, error);
          throw error;
        }
        fetched = !ended;
      }
      return fetched;
    }

    @Override
    @SuppressWarnings("NullAway") // a row may be null where R is nullable
    public R next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      fetched = false;
      R next = row;
      row = null;
      return next;
    }
  }

  private static void closeAfter(RowFeed rows, Throwable error) {
    try {
      rows.close();
    } catch (RuntimeException | Error second) {
      if (second != error) {
        error.addSuppressed(second);
      }
    }
  }

  private List<R> atMost(int count, String reader) {
    RowFeed rows = rows(reader);
    List<R> read = new ArrayList<>(Math.min(count, 16));
    Reader each = new Reader(rows);
    while (read.size() < count && each.hasNext()) {
      read.add(each.next());
    }
    rows.close();
    return read;
  }

  @Override
  public List<R> all() {
    return atMost(Integer.MAX_VALUE, "all()");
  }

  @Override
  public Iterator<R> iterator() {
    return atMost(Integer.MAX_VALUE, "iterating").iterator();
  }

  @Override
  public R one() {
    List<R> rows = only("one()");
    if (rows.isEmpty()) {
      throw new NoResultFoundException("one() found no row: " + outcome.sql());
    }
    return rows.get(0);
  }

  private List<R> only(String reader) {
    List<R> rows = atMost(2, reader);
    if (rows.size() > 1) {
      throw new MultipleResultsFoundException(
          reader + " found more than one row; first() takes the first of many: " + outcome.sql());
    }
    return rows;
  }

  @Override
  public @Nullable R oneOrNull() {
    List<R> rows = only("oneOrNull()");
    return rows.isEmpty() ? null : rows.get(0);
  }

  @Override
  public @Nullable R first() {
    List<R> rows = atMost(1, "first()");
    return rows.isEmpty() ? null : rows.get(0);
  }

  @Override
  @SuppressWarnings("NullAway") // Optional<R> of a nullable R holds its non-null values
  public Optional<R> findOne() {
    List<R> rows = only("findOne()");
    return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
  }

  @Override
  @SuppressWarnings("NullAway") // as findOne()
  public Optional<R> findFirst() {
    List<R> rows = atMost(1, "findFirst()");
    return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
  }

  @Override
  public @Nullable Object scalar() {
    List<R> rows = atMost(1, "scalar()");
    return rows.isEmpty() ? null : firstColumn(rows.get(0));
  }

  @Override
  public <T> @Nullable T scalar(Class<T> type) {
    List<R> rows = atMost(1, "scalar()");
    return rows.isEmpty() ? null : firstColumn(rows.get(0), type);
  }

  private static @Nullable Object firstColumn(@Nullable Object row) {
    return row instanceof Row columns ? columns.get(0) : row;
  }

  private static <T> @Nullable T firstColumn(@Nullable Object row, Class<T> type) {
    return row instanceof Row columns
        ? columns.get(0, type)
        : Conversion.to(row, type, "the value");
  }

  @Override
  public Result<@Nullable Object> scalars() {
    return through("scalars()", StatementResult::firstColumn);
  }

  @Override
  public <T> Result<@Nullable T> scalars(Class<T> type) {
    return through("scalars()", row -> firstColumn(row, type));
  }

  @Override
  public <T extends @Nullable Object> Result<T> into(Class<T> type) {
    return through("into()", row -> {
      if (row instanceof Row columns) {
        return columns.into(type);
      }
      return Conversion.to(row, type, "the value");
    });
  }

  @Override
  public <T extends @Nullable Object> Result<T> map(Function<? super R, ? extends T> then) {
    return through("map()", then);
  }

  private <T extends @Nullable Object> Result<T> through(
      String reader, Function<? super R, ? extends T> then) {
    return new StatementResult<T>(rows(reader), outcome, row -> then.apply(mapper.apply(row)));
  }

  @Override
  public Stream<R> stream() {
    RowFeed rows = rows("stream()");
    rows.stream();
    Spliterator<R> each =
        Spliterators.spliteratorUnknownSize(new Reader(rows), Spliterator.ORDERED);
    return StreamSupport.stream(each, false).onClose(rows::close);
  }

  @Override
  public Iterable<List<R>> partitions(int size) {
    if (size < 1) {
      throw new ArgumentException("a partition has at least one row, not " + size);
    }
    RowFeed rows = rows("partitions()");
    rows.stream();
    Reader each = new Reader(rows);
    return () -> new Iterator<>() {
      @Override
      public boolean hasNext() {
        return each.hasNext();
      }

      @Override
      public List<R> next() {
        List<R> partition = new ArrayList<>(Math.min(size, 1024));
        do {
          partition.add(each.next());
        } while (partition.size() < size && each.hasNext());
        return partition;
      }
    };
  }

  @Override
  public long rowCount() {
    return outcome.rowCount();
  }

  @Override
  public Row insertedPrimaryKey() {
    return keys().one();
  }

  @Override
  public List<Row> insertedPrimaryKeys() {
    return keys().all();
  }

  private InsertedKeys keys() {
    if (outcome.keys() == null) {
      throw new InvalidRequestException(
          "inserted primary keys are known of execute(insert(table)…) with values into a table that has a primary key;"
              + " use returning(…) for: "
              + outcome.sql());
    }
    return outcome.keys();
  }

  @Override
  public Keyset lastKey() {
    AtomicReference<@Nullable Keyset> last = outcome.lastKey();
    if (last == null) {
      throw new InvalidRequestException(
          "lastKey() needs a select with orderBy(…) and limit(…) that selects what it is ordered by: "
              + outcome.sql());
    }
    Keyset key = last.get();
    if (key == null) {
      throw new InvalidRequestException(
          "lastKey() is that of the row read last, and none was read: " + outcome.sql());
    }
    return key;
  }

  @Override
  public void close() {
    if (readBy == null) {
      readBy = "close()";
    }
    if (feed != null) {
      feed.close();
    }
  }
}

package io.alchemy.orm.loading;

import io.alchemy.compile.RowReader;
import io.alchemy.engine.execution.Cursor;
import io.alchemy.error.ArgumentException;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.loading.EntityQuery.Mode;
import io.alchemy.orm.loading.LoaderStep.Action;
import io.alchemy.orm.mapping.RelationshipProperty;
import io.alchemy.sql.Select;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a SELECT of entities in chunks, so that a result of any size needs the memory of one chunk. The instances of
 * a chunk are siblings; when the next chunk begins, those that came with this stream and did not change are detached.
 */
final class EntityStream<R extends @Nullable Object> implements Iterator<R> {
  private final LoadingSession session;
  private final EntityQuery query;
  private final SelectRows<R> rows;
  private final Cursor cursor;
  private final int size;
  private final Deque<Made<R>> chunk = new ArrayDeque<>();

  /** A row that may be null: a deque takes no nulls. */
  private record Made<R extends @Nullable Object>(R row) {}

  private EntityStream(LoadingSession session, Select<R> select, RuledSelect statement, int size) {
    this.session = session;
    this.rows = new SelectRows<>(select);
    this.query = EntityQuery.prepare(session, statement, Map.of(), Mode.LOAD).autoflush();
    this.size = size;
    this.cursor = query.open(Map.of(), size);
  }

  static <R extends @Nullable Object> Stream<R> of(
      LoadingSession session, Select<R> select, int size) {
    RuledSelect statement = SessionStatement.ruled(select, session.mappers()).streamed();
    EntityStream<R> rows = new EntityStream<>(session, select, statement, size);
    rows.refuseContainedCollections();
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false)
        .onClose(rows.cursor::close);
  }

  /** A chunk could end in the middle of such a collection. */
  private void refuseContainedCollections() {
    for (EntityReader reader : query.readers()) {
      RelationshipProperty via = reader.via();
      EntityReader owner = reader.owner();
      if (via != null
          && owner != null
          && via.isCollection()
          && query.reading().arrivals(owner).rules().action(via) == Action.CONTAINS_EAGER) {
        cursor.close();
        throw new ArgumentException("containsEager("
            + via
            + ") cannot be streamed, since a chunk could end in the middle of a collection;"
            + " use selectinLoad, or all()");
      }
    }
  }

  @Override
  public boolean hasNext() {
    if (chunk.isEmpty()) {
      next(size);
    }
    return !chunk.isEmpty();
  }

  @Override
  public R next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return chunk.remove().row();
  }

  private void next(int count) {
    try {
      letGo();
      List<@Nullable Object[]> values = new ArrayList<>();
      RowReader<@Nullable Object[]> reader = query::values;
      while (values.size() < count && cursor.next()) {
        values.add(cursor.read(reader));
      }
      query.finish();
      rows.of(values, false).forEach(row -> chunk.add(new Made<>(row)));
    } catch (RuntimeException | Error e) {
      cursor.close();
      throw e;
    }
  }

  private void letGo() {
    for (EntityReader reader : query.readers()) {
      for (InstanceState state : query.reading().arrivals(reader).fresh()) {
        session.release(state);
      }
    }
    query.reading().nextChunk();
  }
}

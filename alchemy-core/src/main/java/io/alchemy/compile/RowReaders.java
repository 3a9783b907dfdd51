package io.alchemy.compile;

import io.alchemy.error.InvalidRequestException;
import io.alchemy.sql.Executable;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Select;
import io.alchemy.sql.Selectable;
import io.alchemy.sql.node.Outputs;
import io.alchemy.sql.node.Returning;
import io.alchemy.sql.node.RowProjection;
import io.alchemy.sql.node.RowSource;
import io.alchemy.sql.node.SelectSpec;
import io.alchemy.types.Codec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes what a statement promises of its rows: values, rows, records, projections. */
final class RowReaders {
  private RowReaders() {}

  @SuppressWarnings("unchecked") // the statement's type says what it selects
  static <R extends @Nullable Object> RowReader<R> of(
      Executable<R> statement, @Nullable ResultShape result, SqlDialect dialect) {
    if (result == null) {
      throw new InvalidRequestException(
          "the statement gives no rows, or its columns are known to the driver only: " + statement);
    }
    if (statement instanceof Select<?> select) {
      SelectSpec spec = select.spec();
      Class<?> record = spec.record();
      Codec<?>[] codecs = Multisets.finished(result.codecs(), spec.columns());
      if (record != null) {
        RecordMaker<?> maker = RecordMaker.of(record, result.names().names());
        return (RowReader<R>) (RowReader<?>) row -> maker.make(values(row, codecs));
      }
      return (RowReader<R>) of(spec.columns(), spec.single(), result, codecs);
    }
    if (statement instanceof Returning<?> returning) {
      return (RowReader<R>) of(returning.columns(), returning.single(), result, result.codecs());
    }
    throw new InvalidRequestException("the statement gives no rows: " + statement);
  }

  @SuppressWarnings("NullAway") // a reader's values may be null where its type says so
  private static RowReader<?> of(
      List<Selectable<?>> columns, boolean single, ResultShape result, Codec<?>[] codecs) {
    RowHeader header = RowHeader.of(result.names(), columns);
    if (!single) {
      columns.forEach(SelectWriter::requireNoEntity);
      return row -> new StatementRow(header, values(row, codecs));
    }
    Selectable<?> one = columns.get(0);
    SelectWriter.requireNoEntity(one);
    if (one instanceof Expression<?>) {
      Codec<?> codec = codecs[0];
      return row -> codec.get(row, 1);
    }
    Part part = part(header, one, 0, codecs.length);
    return row -> part.make(values(row, codecs));
  }

  private static @Nullable Object[] values(ResultSet row, Codec<?>[] codecs) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[codecs.length];
    for (int i = 0; i < codecs.length; i++) {
      values[i] = codecs[i].get(row, i + 1);
    }
    return values;
  }

  /** Makes one element of a select list of a row's values. */
  interface Part {
    @Nullable
    Object make(@Nullable Object[] values);
  }

  /**
   * How the element whose values begin at {@code start} is made.
   *
   * @param width how many values there are in all; -1 where more elements than this one take theirs from the same row
   */
  static Part part(RowHeader header, Selectable<?> one, int start, int width) {
    if (one instanceof Expression<?>) {
      return values -> values[start];
    }
    if (one instanceof RowProjection<?> projection) {
      return projection(header, projection, start, width);
    }
    if (one instanceof RowSource) {
      int own = width(one);
      if (own == width) {
        return values -> new StatementRow(header, values);
      }
      RowHeader part = header.part(one, start, own);
      return values -> new StatementRow(part, Arrays.copyOfRange(values, start, start + own));
    }
    throw new InvalidRequestException(
        one + " gives instances of a mapped class: execute the statement with a session");
  }

  private static Part projection(
      RowHeader header, RowProjection<?> projection, int start, int width) {
    List<Selectable<?>> selected = projection.selected();
    if (selected.size() == width && selected.stream().allMatch(Expression.class::isInstance)) {
      // The row's values are its arguments.
      return projection::of;
    }
    Part[] parts = new Part[selected.size()];
    int at = start;
    for (int i = 0; i < parts.length; i++) {
      parts[i] = part(header, selected.get(i), at, -1);
      at += width(selected.get(i));
    }
    return values -> {
      @Nullable Object[] arguments = new @Nullable Object[parts.length];
      for (int i = 0; i < parts.length; i++) {
        arguments[i] = parts[i].make(values);
      }
      return projection.of(arguments);
    };
  }

  private static int width(Selectable<?> one) {
    return Outputs.of(List.of(one)).size();
  }
}

package io.alchemy.compile;

import io.alchemy.error.InvalidRequestException;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Selectable;
import io.alchemy.sql.node.Multiset;
import io.alchemy.sql.node.Outputs;
import io.alchemy.sql.node.SelectSpec;
import io.alchemy.types.Codec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes what the statement at hand promises of its multisets' rows, whose values the compiled statement reads. */
final class Multisets {
  /** Makes a list's elements of the values of its rows. */
  private interface Finish {
    List<@Nullable Object> apply(List<@Nullable Object[]> rows);
  }

  private Multisets() {}

  /** The codecs, those of multisets giving what their SELECT promises; the same array where there are none. */
  static Codec<?>[] finished(Codec<?>[] codecs, List<Selectable<?>> columns) {
    Codec<?>[] finished = codecs;
    List<Expression<?>> outputs = List.of();
    for (int i = 0; i < codecs.length; i++) {
      if (codecs[i] instanceof MultisetCodec codec) {
        if (finished == codecs) {
          finished = codecs.clone();
          outputs = Outputs.of(columns);
        }
        finished[i] = new Finished(codec, finish(outputs.get(i), codec));
      }
    }
    return finished;
  }

  private static Finish finish(Expression<?> output, MultisetCodec codec) {
    Multiset<?> multiset = MultisetCodec.multiset(output);
    if (multiset == null) {
      throw new InvalidRequestException(output + " is no multiset, as the compiled statement has");
    }
    SelectSpec spec = multiset.select().spec();
    int width = codec.names().names().size();
    @Nullable Finish[] nested = nested(spec, codec, width);
    RowReaders.Part part = part(spec, codec, width);
    return rows -> {
      List<@Nullable Object> made = new ArrayList<>(rows.size());
      for (@Nullable Object[] values : rows) {
        for (int i = 0; i < width; i++) {
          Finish inner = nested[i];
          if (inner != null) {
            values[i] = inner.apply(rows(values[i]));
          }
        }
        made.add(part.make(values));
      }
      return made;
    };
  }

  private static @Nullable Finish[] nested(SelectSpec spec, MultisetCodec codec, int width) {
    @Nullable Finish[] nested = new @Nullable Finish[width];
    for (int i = 0; i < width; i++) {
      MultisetCodec inner = codec.nested(i);
      if (inner != null) {
        nested[i] = finish(spec.outputs().get(i), inner);
      }
    }
    return nested;
  }

  private static RowReaders.Part part(SelectSpec spec, MultisetCodec codec, int width) {
    Class<?> record = spec.record();
    if (record != null) {
      return RecordMaker.of(record, codec.names().names())::make;
    }
    RowHeader header = RowHeader.of(codec.names(), spec.columns());
    return spec.single()
        ? RowReaders.part(header, spec.columns().get(0), 0, width)
        : values -> new StatementRow(header, values);
  }

  @SuppressWarnings("unchecked") // what a multiset's codec gives
  private static List<@Nullable Object[]> rows(@Nullable Object value) {
    return value == null ? List.of() : (List<@Nullable Object[]>) value;
  }

  /** Reads the values, then makes the elements. */
  private record Finished(MultisetCodec codec, Finish finish)
      implements Codec<List<@Nullable Object>> {
    @Override
    public void set(
        PreparedStatement statement, int index, @Nullable List<@Nullable Object> value) {
      throw new UnsupportedOperationException("a multiset is only read");
    }

    @Override
    public List<@Nullable Object> get(ResultSet row, int index) throws SQLException {
      return finish.apply(codec.get(row, index));
    }
  }
}

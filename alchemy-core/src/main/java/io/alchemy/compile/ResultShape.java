package io.alchemy.compile;

import io.alchemy.schema.Column;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Keyset;
import io.alchemy.sql.Ordering;
import io.alchemy.sql.node.Labeled;
import io.alchemy.sql.node.Ordered;
import io.alchemy.sql.node.SelectSpec;
import io.alchemy.types.Codec;
import io.alchemy.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rows of a compiled statement are: names and codecs by position, and nothing of the statement itself. */
final class ResultShape {
  private final List<ResultColumn> columns;
  private final Codec<?>[] codecs;
  private final NameIndex names;
  private final int @Nullable [] key;

  private ResultShape(List<ResultColumn> columns, int @Nullable [] key) {
    this.columns = List.copyOf(columns);
    this.codecs = new Codec<?>[columns.size()];
    List<String> labels = new ArrayList<>(columns.size());
    for (int i = 0; i < codecs.length; i++) {
      codecs[i] = columns.get(i).codec();
      labels.add(columns.get(i).name());
    }
    this.names = new NameIndex(labels);
    this.key = key;
  }

  /** The rows of a SELECT. */
  static ResultShape of(
      StatementWriter writer, List<? extends Expression<?>> outputs, SelectSpec spec) {
    return new ResultShape(columns(writer, outputs), key(outputs, spec));
  }

  /** The rows of RETURNING. */
  static ResultShape of(StatementWriter writer, List<? extends Expression<?>> outputs) {
    return new ResultShape(columns(writer, outputs), null);
  }

  private static List<ResultColumn> columns(
      StatementWriter writer, List<? extends Expression<?>> outputs) {
    List<String> names = OutputList.plain(outputs, writer.selects());
    List<ResultColumn> columns = new ArrayList<>(outputs.size());
    for (int i = 0; i < outputs.size(); i++) {
      columns.add(new ResultColumn(names.get(i), codec(writer, outputs.get(i))));
    }
    return columns;
  }

  private static Codec<?> codec(StatementWriter writer, Expression<?> output) {
    if (!writer.binds().isExecutable()) {
      return UntypedCodec.INSTANCE;
    }
    MultisetCodec multiset = MultisetCodec.of(writer, output);
    if (multiset != null) {
      return multiset;
    }
    SqlType<?> type = writer.typeOf(output);
    return type == null ? UntypedCodec.INSTANCE : writer.dialect().codec(type);
  }

  /** Where the ORDER BY elements are among the columns; null unless all of them are. */
  private static int @Nullable [] key(List<? extends Expression<?>> outputs, SelectSpec spec) {
    if (spec.orderBy().isEmpty() || spec.limit() == null) {
      return null;
    }
    int[] key = new int[spec.orderBy().size()];
    for (int i = 0; i < key.length; i++) {
      Ordering element = spec.orderBy().get(i);
      key[i] = position(outputs, Ordered.of(element).expression());
      if (key[i] < 0) {
        return null;
      }
    }
    return key;
  }

  private static int position(List<? extends Expression<?>> outputs, Expression<?> element) {
    for (int i = 0; i < outputs.size(); i++) {
      Expression<?> output = outputs.get(i);
      boolean same = output == element
          || (output instanceof Labeled<?> label && label.expression() == element)
          || (!(element instanceof Column<?>)
              && output.equals(element)
              && !BindSearch.hasBinds(element));
      if (same) {
        return i;
      }
    }
    return -1;
  }

  List<ResultColumn> columns() {
    return columns;
  }

  Codec<?>[] codecs() {
    return codecs;
  }

  NameIndex names() {
    return names;
  }

  @Nullable
  RowReader<Keyset> keyReader() {
    int[] positions = key;
    if (positions == null) {
      return null;
    }
    return row -> {
      @Nullable Object[] values = new @Nullable Object[positions.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = codecs[positions[i]].get(row, positions[i] + 1);
      }
      return Keyset.of(values);
    };
  }
}

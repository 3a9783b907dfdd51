package io.alchemy.compile;

import io.alchemy.schema.Column;
import io.alchemy.schema.DefaultGenerator;
import io.alchemy.schema.Sequence;
import io.alchemy.sql.Expression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an INSERT writes into columns that were not given: client defaults, and the next values of sequences. */
final class InsertDefaults {
  private final StatementWriter writer;

  InsertDefaults(StatementWriter writer) {
    this.writer = writer;
  }

  /** The columns of {@code all} that are not {@code given} and get a value all the same; none in printed SQL. */
  List<Column<?>> missing(List<Column<?>> all, Collection<Column<?>> given) {
    List<Column<?>> missing = new ArrayList<>();
    if (writer.binds().isExecutable()) {
      for (Column<?> column : all) {
        if (has(column) && !given.contains(column)) {
          missing.add(column);
        }
      }
    }
    return missing;
  }

  boolean has(Column<?> column) {
    return column.defaultGenerator() != null || sequence(column) != null;
  }

  private @Nullable Sequence sequence(Column<?> column) {
    return writer.dialect().can(Capability.SEQUENCES) ? column.drawsFrom() : null;
  }

  /** The value of a column that {@link #has} one. */
  void write(Column<?> column) {
    DefaultGenerator<?> generator = column.defaultGenerator();
    Sequence sequence = sequence(column);
    if (generator == null && sequence != null) {
      writer.write(writer.dialect().nextValue(sequence.name()));
    } else if (generator != null) {
      write(column, generator);
    }
  }

  /** A client default, of an INSERT or an UPDATE. */
  void write(Column<?> column, DefaultGenerator<?> generator) {
    Expression<?> expression = generator.expression();
    if (expression == null) {
      writer.binds().generated(writer.out(), generator, column.type().assigned(), column.key());
    } else {
      writer
          .binds()
          .constants(() -> writer.expression(expression, column.type().assigned(), column.key()));
    }
  }
}

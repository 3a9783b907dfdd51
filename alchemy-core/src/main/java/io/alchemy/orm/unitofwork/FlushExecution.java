package io.alchemy.orm.unitofwork;

import io.alchemy.engine.execution.DeleteRows;
import io.alchemy.engine.execution.Executor;
import io.alchemy.engine.execution.InsertRows;
import io.alchemy.engine.execution.UpdateRows;
import io.alchemy.error.FlushException;
import io.alchemy.error.ForeignKeyViolationException;
import io.alchemy.error.NotNullViolationException;
import io.alchemy.error.StaleDataException;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.schema.Column;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a plan's batches. What the database makes is kept in the rows; instances are not touched before all is done. */
final class FlushExecution {
  private static final Logger LOG = LoggerFactory.getLogger("alchemy.orm");

  private final Executor executor;

  private FlushExecution(Executor executor) {
    this.executor = executor;
  }

  static void run(Plan plan, Executor executor) {
    FlushExecution execution = new FlushExecution(executor);
    for (Batch batch : plan.batches()) {
      switch (batch.kind()) {
        case INSERT -> execution.insert(batch);
        case UPDATE -> execution.update(batch);
        case DELETE -> execution.delete(batch);
      }
    }
  }

  private void insert(Batch batch) {
    int[] written = batch.written();
    int[] returned = batch.returned();
    List<@Nullable Object[]> values = new ArrayList<>(batch.size());
    for (RowChange row : batch.rows()) {
      values.add(resolve(row, written, null));
    }
    TableLayout table = batch.layout();
    List<@Nullable Object[]> made = executor.insert(
        new InsertRows(table.table(), table.columns(written), values, table.columns(returned)));
    if (returned.length == 0) {
      return;
    }
    if (made.size() != batch.size()) {
      throw new FlushException("INSERT of " + batch.size() + " rows into " + table.name()
          + " gave the keys of " + made.size() + "; which row has which cannot be known.");
    }
    for (int i = 0; i < made.size(); i++) {
      @Nullable Object[] given = made.get(i);
      for (int j = 0; j < returned.length; j++) {
        batch.rows().get(i).value(returned[j], given[j]);
      }
    }
  }

  private void update(Batch batch) {
    int[] written = batch.written();
    int[] where = batch.where();
    List<@Nullable Object[]> values = new ArrayList<>(batch.size());
    for (RowChange row : batch.rows()) {
      values.add(resolve(row, written, row.whereValues()));
    }
    TableLayout table = batch.layout();
    try {
      check(
          batch,
          executor.update(
              new UpdateRows(table.table(), table.columns(written), table.columns(where), values)));
    } catch (NotNullViolationException e) {
      throw explained(batch, e);
    } catch (ForeignKeyViolationException e) {
      throw explained(batch, e);
    }
  }

  private void delete(Batch batch) {
    List<@Nullable Object[]> values = new ArrayList<>(batch.size());
    for (RowChange row : batch.rows()) {
      values.add(resolve(row, new int[0], row.whereValues()));
    }
    TableLayout table = batch.layout();
    check(
        batch,
        executor.delete(new DeleteRows(table.table(), table.columns(batch.where()), values)));
  }

  /** The row's values as they are now known, made if they are to be made; then those that find it. */
  private static @Nullable Object[] resolve(
      RowChange row, int[] written, @Nullable Object @Nullable [] where) {
    int found = where == null ? 0 : where.length;
    @Nullable Object[] values = new Object[written.length + found];
    for (int i = 0; i < written.length; i++) {
      int position = written[i];
      Object value = row.value(position);
      if (row.isLate() && value instanceof RowChange.Late late) {
        value = make(late, row.table(), position);
        row.value(position, value);
      }
      values[i] = value;
    }
    for (int i = 0; i < found; i++) {
      Object value = where == null ? null : where[i];
      values[written.length + i] =
          value instanceof RowChange.Late late ? make(late, row.table(), row.where()[i]) : value;
    }
    return values;
  }

  private static @Nullable Object make(RowChange.Late late, TableLayout table, int position) {
    if (late instanceof RowChange.KeyOf key) {
      Object value = key.row().value(key.position());
      if (value == RowChange.ABSENT || value instanceof RowChange.Late) {
        throw new FlushException(table.name() + "." + table.column(position).name() + " follows "
            + key.row().table().name() + "."
            + key.row().table().column(key.position()).name() + " of "
            + key.row() + ", which is not known when it is needed.");
      }
      return table.column(position).type().convert(value);
    }
    return late == RowChange.DefaultOf.INSERT
        ? table.makeDefault(position)
        : table.makeOnUpdate(position);
  }

  /** Counts are believed only where the driver gives them. */
  private static void check(Batch batch, long[] counts) {
    for (int i = 0; i < counts.length; i++) {
      RowChange row = batch.rows().get(i);
      if (counts[i] > 0 || !row.isExpected()) {
        continue;
      }
      boolean versioned = row.where().length > row.table().primaryKey().length;
      if (counts[i] < 0) {
        if (versioned) {
          throw uncounted(row);
        }
        continue;
      }
      if (versioned) {
        throw new StaleDataException(row + ": the row is gone, or its version is no longer "
            + row.whereValues()[row.whereValues().length - 1]
            + ": somebody else changed it. Roll back, load it again, and repeat the change.");
      }
      if (row.kind() == RowChange.Kind.UPDATE) {
        throw new StaleDataException(row
            + " touched no row: it was deleted by somebody else. Roll back, and go on without it.");
      }
      LOG.warn("{} touched no row: it was deleted already.", row);
    }
  }

  private static FlushException uncounted(RowChange row) {
    return new FlushException(
        row
            + ": the driver does not say how many rows each statement of a batch touched, so nobody knows whether the row"
            + " still had version " + row.whereValues()[row.whereValues().length - 1]
            + ". Nothing is written. Let the driver count (some do not while they rewrite batches), or flush after each change.");
  }

  /** A key that others refer to cannot change by itself. */
  private static RuntimeException explained(Batch batch, ForeignKeyViolationException refusal) {
    RowChange row = batch.rows().get(0);
    for (int position : batch.written()) {
      if (row.state() != null && row.table().isPrimaryKey(position)) {
        String message = refusal.getMessage() + "\nThe key of " + row
            + " was changed, and rows refer to the old one. Declare their foreign keys ON UPDATE CASCADE, with"
            + " onUpdate(\"CASCADE\") in the table: then the database changes them too, and instances in memory follow.";
        return new ForeignKeyViolationException(
            message,
            refusal.statement(),
            refusal.parameters(),
            refusal.getCause() instanceof SQLException cause ? cause : null);
      }
    }
    return refusal;
  }

  /** Why the flush wrote a null that the column does not take, and what would have been right. */
  private static RuntimeException explained(Batch batch, NotNullViolationException refusal) {
    for (RowChange row : batch.rows()) {
      InstanceState parent = row.nulledFor();
      if (row.nulledBy() == null || parent == null) {
        continue;
      }
      StringBuilder columns = new StringBuilder();
      for (Column<?> column : batch.layout().columns(batch.written())) {
        if (!column.isNullable()) {
          columns.append(columns.length() == 0 ? "" : ", ").append(column.name());
        }
      }
      String message =
          refusal.getMessage() + "\n" + Instances.name(parent) + " was deleted, or let go of "
              + row + ", so the flush set " + batch.table() + "." + columns
              + " to null, which it cannot be. The relationship "
              + row.nulledBy()
              + " has no cascade that would delete the children: give it Cascade.DELETE (children of a deleted parent)"
              + " or Cascade.DELETE_ORPHAN (children taken out of it, too), or delete them yourself.";
      return new NotNullViolationException(
          message,
          refusal.statement(),
          refusal.parameters(),
          refusal.getCause() instanceof SQLException cause ? cause : null);
    }
    return refusal;
  }
}

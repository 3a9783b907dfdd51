package io.alchemy.orm.unitofwork;

import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.mapping.RelationshipProperty;
import io.alchemy.sql.Expression;
import io.alchemy.types.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row that a flush writes: its values by the position of their columns. Values that are known only when the flush
 * reaches the row are {@link Late}.
 */
final class RowChange {
  enum Kind {
    INSERT,
    UPDATE,
    DELETE
  }

  /** When a row is written, roughly; the order within a phase follows the tables. */
  enum Phase {
    /** Link rows go first: nothing refers to them. */
    UNLINK,
    /** What must make room for a unique value. */
    EARLY,
    SAVE,
    /** Foreign keys that close a circle of rows. */
    CLOSE,
    DELETE
  }

  /** The column is not written. */
  static final Object ABSENT = new Object() {
    @Override
    public String toString() {
      return "ABSENT";
    }
  };

  /** A value that the flush makes on its way. */
  sealed interface Late permits KeyOf, DefaultOf {}

  /** The value that another row of the flush has, or will be given by the database. */
  record KeyOf(RowChange row, int position) implements Late {}

  /** The client default, or the value for every update, of the row's own column. */
  enum DefaultOf implements Late {
    INSERT,
    UPDATE
  }

  /**
   * Another row that must be written first.
   *
   * @param columns the columns that depend on it: a foreign key, or a unique key
   */
  record Dependency(RowChange row, int[] columns, boolean unique) {}

  private static final int[] NOWHERE = {};
  private static final Object[] NOTHING = {};

  private final Kind kind;
  private final TableLayout table;
  private final @Nullable InstanceState state;
  private final @Nullable Object[] values;
  private int[] where;
  private @Nullable Object[] whereValues;
  private List<Dependency> dependencies = List.of();
  private Phase phase;
  private int level;
  private boolean expected = true;
  private boolean computed;
  private boolean late;
  private @Nullable Rare rare;

  /** What few rows have. */
  private static final class Rare {
    private final List<RowChange> seconds = new ArrayList<>(0);
    private @Nullable RelationshipProperty nulledBy;
    private @Nullable InstanceState nulledFor;
    private @Nullable InstanceState replaced;
  }

  private Rare rare() {
    if (rare == null) {
      rare = new Rare();
    }
    return rare;
  }

  private RowChange(
      Kind kind,
      Phase phase,
      TableLayout table,
      @Nullable InstanceState state,
      int[] where,
      @Nullable Object[] whereValues) {
    this.kind = kind;
    this.phase = phase;
    this.table = table;
    this.state = state;
    this.where = where;
    this.whereValues = whereValues;
    this.values = table.absent();
  }

  static RowChange insert(TableLayout table, @Nullable InstanceState state) {
    return new RowChange(Kind.INSERT, Phase.SAVE, table, state, NOWHERE, NOTHING);
  }

  static RowChange update(
      TableLayout table, @Nullable InstanceState state, int[] where, @Nullable Object[] values) {
    return new RowChange(Kind.UPDATE, Phase.SAVE, table, state, where, values);
  }

  static RowChange delete(
      TableLayout table, @Nullable InstanceState state, int[] where, @Nullable Object[] values) {
    return new RowChange(Kind.DELETE, Phase.DELETE, table, state, where, values);
  }

  Kind kind() {
    return kind;
  }

  TableLayout table() {
    return table;
  }

  /** The instance whose row it is; null for a link row. */
  @Nullable
  InstanceState state() {
    return state;
  }

  @Nullable
  Object value(int position) {
    return values[position];
  }

  /**
   * Sets the value to what the column will keep of it, so that an instance can be given the same. Mostly it is of the column's very
   * class, and so neither made later nor by the database: to look for that in every value took 2 % of inserting rows.
   */
  void value(int position, @Nullable Object value) {
    Class<?> javaType = table.javaType(position);
    if (value != null && value.getClass() == javaType) {
      values[position] = stored(table.column(position).type(), value);
      return;
    }
    boolean isExpression = value instanceof Expression;
    boolean isLate = value instanceof Late;
    computed |= isExpression;
    late |= isLate;
    boolean isPlain = !isExpression && !isLate && value != ABSENT && javaType.isInstance(value);
    values[position] = isPlain ? stored(table.column(position).type(), value) : value;
  }

  /** Whether a value was set that the flush makes on its way. */
  boolean isLate() {
    return late;
  }

  /** Whether a value was set that the database computes. */
  boolean isComputed() {
    return computed;
  }

  @SuppressWarnings("unchecked") // the caller has seen to the class
  private static <T> @Nullable Object stored(SqlType<T> type, @Nullable Object value) {
    return type.stored((T) value);
  }

  boolean isSet(int position) {
    return values[position] != ABSENT;
  }

  boolean isEmpty() {
    for (Object value : values) {
      if (value != ABSENT) {
        return false;
      }
    }
    return true;
  }

  /** The columns that find the row. */
  int[] where() {
    return where;
  }

  @Nullable
  Object[] whereValues() {
    return whereValues;
  }

  /** Narrows what finds the row. */
  RowChange foundBy(int[] columns, @Nullable Object[] equal) {
    where = columns;
    whereValues = equal;
    return this;
  }

  Phase phase() {
    return phase;
  }

  void phase(Phase when) {
    phase = when;
  }

  /** The position among rows of tables that depend on each other in a circle. */
  int level() {
    return level;
  }

  void level(int position) {
    level = position;
  }

  List<Dependency> dependencies() {
    return dependencies;
  }

  /** A row that refers to itself waits for itself as long as its key is not known. */
  void dependsOn(RowChange other, int[] columns, boolean unique) {
    if (other == this && !(values[columns[0]] instanceof KeyOf)) {
      return;
    }
    for (Dependency known : dependencies) {
      if (known.row() == other && Arrays.equals(known.columns(), columns)) {
        return;
      }
    }
    if (dependencies.isEmpty()) {
      dependencies = new ArrayList<>(2);
    }
    dependencies.add(new Dependency(other, columns, unique));
  }

  /** A second update of the row gives it values that could not be written with the rest. */
  void completedBy(RowChange second) {
    rare().seconds.add(second);
  }

  /** When all is written: what second updates wrote is the row's. */
  void settle() {
    if (rare == null) {
      return;
    }
    for (RowChange second : rare.seconds) {
      computed |= second.computed;
      for (int i = 0; i < values.length; i++) {
        if (second.isSet(i)) {
          values[i] = second.values[i];
        }
      }
    }
  }

  /** Whether it must touch exactly one row; link rows and rows that an {@code ON DELETE} may have taken need not. */
  boolean isExpected() {
    return expected;
  }

  void notExpected() {
    expected = false;
  }

  /** The relationship on whose behalf a foreign key becomes null, and the parent that was deleted or let go. */
  @Nullable
  RelationshipProperty nulledBy() {
    return rare == null ? null : rare.nulledBy;
  }

  @Nullable
  InstanceState nulledFor() {
    return rare == null ? null : rare.nulledFor;
  }

  void nulledBy(RelationshipProperty relationship, InstanceState parent) {
    rare().nulledBy = relationship;
    rare().nulledFor = parent;
  }

  /** The deleted instance whose row this one takes over. */
  @Nullable
  InstanceState replaced() {
    return rare == null ? null : rare.replaced;
  }

  void replaced(InstanceState old) {
    rare().replaced = old;
  }

  /** {@code INSERT Page[1]}: for messages. */
  @Override
  public String toString() {
    return kind + " " + (state == null ? "into " + table.name() : Instances.name(state));
  }
}

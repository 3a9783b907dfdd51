package io.alchemy.orm.unitofwork;

import io.alchemy.schema.Column;
import io.alchemy.schema.DefaultGenerator;
import io.alchemy.schema.ForeignKey;
import io.alchemy.schema.Table;
import io.alchemy.schema.UniqueKey;
import io.alchemy.sql.Expression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a flush asks a table for, by column position, looked up once. */
final class TableLayout {
  /**
   * Columns that refer to another table's, pair by pair.
   *
   * @param follows whether the database changes them with the key that they refer to: {@code ON UPDATE CASCADE}
   */
  record Reference(int[] columns, Table target, List<Column<?>> targetColumns, boolean follows) {}

  private final Table table;
  private final Column<?>[] columns;
  private final Class<?>[] classes;
  private final Map<Column<?>, Integer> positions = new HashMap<>();
  private final int[] primaryKey;
  private final boolean[] inPrimaryKey;
  private final Object[] absent;
  private final List<Reference> references = new ArrayList<>();
  private final List<int[]> uniques = new ArrayList<>();
  private int rank;
  private boolean inCircle;

  TableLayout(Table table) {
    this.table = table;
    this.columns = table.columns().toArray(Column<?>[]::new);
    this.classes = new Class<?>[columns.length];
    for (int i = 0; i < columns.length; i++) {
      classes[i] = columns[i].type().javaType();
      positions.put(columns[i], i);
    }
    this.primaryKey = positions(table.primaryKey());
    this.inPrimaryKey = new boolean[columns.length];
    for (int position : primaryKey) {
      inPrimaryKey[position] = true;
    }
    this.absent = new Object[columns.length];
    Arrays.fill(absent, RowChange.ABSENT);
    for (ForeignKey key : table.foreignKeys()) {
      references.add(new Reference(
          positions(key.columns()),
          key.target(),
          key.targetColumns(),
          "CASCADE".equals(key.onUpdate())));
    }
    for (UniqueKey unique : table.uniqueKeys()) {
      uniques.add(positions(unique.columns()));
    }
  }

  Table table() {
    return table;
  }

  /** The table's place in the order of inserts; deletes go the other way. */
  int rank() {
    return rank;
  }

  /** Whether rows of this table may refer to each other, by one foreign key or by several. */
  boolean isInCircle() {
    return inCircle;
  }

  void rank(int place, boolean circle) {
    rank = place;
    inCircle = circle;
  }

  String name() {
    return table.name();
  }

  int size() {
    return columns.length;
  }

  /** The values of a row of which no column is written. */
  @Nullable
  Object[] absent() {
    return absent.clone();
  }

  Column<?> column(int position) {
    return columns[position];
  }

  /** The class of the column's values. */
  Class<?> javaType(int position) {
    return classes[position];
  }

  List<Column<?>> columns(int[] positions) {
    List<Column<?>> named = new ArrayList<>(positions.length);
    for (int position : positions) {
      named.add(columns[position]);
    }
    return named;
  }

  int position(Column<?> column) {
    Integer position = positions.get(column);
    if (position == null) {
      throw new IllegalArgumentException(
          "no column of " + table.name() + ": " + column.table().name() + "." + column.name());
    }
    return position;
  }

  int[] positions(List<? extends Column<?>> named) {
    int[] found = new int[named.size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = position(named.get(i));
    }
    return found;
  }

  int[] primaryKey() {
    return primaryKey;
  }

  boolean isPrimaryKey(int position) {
    return inPrimaryKey[position];
  }

  boolean isNullable(int position) {
    return columns[position].isNullable();
  }

  /** The foreign keys. */
  List<Reference> references() {
    return references;
  }

  /** Whether the database changes these columns with the key that they refer to. */
  boolean follows(int[] foreignKey) {
    return references.stream()
        .anyMatch(each -> each.follows() && Arrays.equals(each.columns(), foreignKey));
  }

  /** The unique keys other than the primary one. */
  List<int[]> uniques() {
    return uniques;
  }

  /** Whether the database fills the column when an INSERT leaves it out. */
  boolean isServerMade(int position) {
    return columns[position].serverDefault() != null || isGenerated(position);
  }

  /** Whether the database makes the column's value as a key: it counts, or draws from a sequence. */
  boolean isGenerated(int position) {
    Column<?> column = columns[position];
    return column.isAutoIncrement() || column.drawsFrom() != null;
  }

  /** What the database would fill in; null if nothing. */
  @Nullable
  Object serverDefault(int position) {
    return columns[position].serverDefault();
  }

  /** Whether a value is made here when an INSERT leaves the column out. */
  boolean hasDefault(int position) {
    return columns[position].defaultGenerator() != null;
  }

  /** Whether that value is an expression, which the database computes. */
  boolean isComputed(int position) {
    DefaultGenerator<?> generator = columns[position].defaultGenerator();
    return generator != null && generator.expression() != null;
  }

  /** Whether a value is made here when an UPDATE leaves the column out. */
  boolean hasOnUpdate(int position) {
    return columns[position].onUpdateGenerator() != null;
  }

  /** A value for a new row, or an expression for its statement. */
  @Nullable
  Object makeDefault(int position) {
    return make(columns[position].defaultGenerator());
  }

  /** A value for a changed row, or an expression for its statement. */
  @Nullable
  Object makeOnUpdate(int position) {
    return make(columns[position].onUpdateGenerator());
  }

  private static @Nullable Object make(@Nullable DefaultGenerator<?> generator) {
    if (generator == null) {
      return null;
    }
    Expression<?> computed = generator.expression();
    return computed != null ? computed : generator.value();
  }

  @Override
  public String toString() {
    return table.name();
  }
}

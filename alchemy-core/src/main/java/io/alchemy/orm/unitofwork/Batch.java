package io.alchemy.orm.unitofwork;

import io.alchemy.schema.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of one table and one shape, written together. */
public final class Batch {
  /** What makes rows one batch: what is done, to which table, by which columns. */
  record Shape(RowChange.Kind kind, TableLayout table, BitSet columns, List<Integer> where) {
    static Shape of(RowChange row) {
      BitSet columns = new BitSet();
      for (int i = 0; i < row.table().size(); i++) {
        if (row.isSet(i)) {
          columns.set(i);
        }
      }
      return new Shape(
          row.kind(), row.table(), columns, Arrays.stream(row.where()).boxed().toList());
    }

    boolean isOf(RowChange row) {
      if (row.kind() != kind || row.table() != table || row.where().length != where.size()) {
        return false;
      }
      for (int i = 0; i < row.where().length; i++) {
        if (row.where()[i] != where.get(i)) {
          return false;
        }
      }
      for (int i = 0; i < table.size(); i++) {
        if (row.isSet(i) != columns.get(i)) {
          return false;
        }
      }
      return true;
    }
  }

  private final Shape shape;
  private final List<RowChange> rows = new ArrayList<>();

  Batch(Shape shape) {
    this.shape = shape;
  }

  Shape shape() {
    return shape;
  }

  RowChange.Kind kind() {
    return shape.kind();
  }

  TableLayout layout() {
    return shape.table();
  }

  List<RowChange> rows() {
    return rows;
  }

  /** The positions of the columns that are written. */
  int[] written() {
    return shape.columns().stream().toArray();
  }

  /** The positions of the columns that find the rows. */
  int[] where() {
    return shape.where().stream().mapToInt(Integer::intValue).toArray();
  }

  /** The positions of the columns that an INSERT leaves to the database; nobody asks for those of link rows. */
  int[] returned() {
    if (kind() != RowChange.Kind.INSERT || rows.get(0).state() == null) {
      return new int[0];
    }
    BitSet returned = new BitSet();
    for (int i = 0; i < layout().size(); i++) {
      if (!shape.columns().get(i) && layout().isServerMade(i)) {
        returned.set(i);
      }
    }
    return returned.stream().toArray();
  }

  /** {@code INSERT}, {@code UPDATE} or {@code DELETE}. */
  public String action() {
    return kind().name();
  }

  public String table() {
    return layout().name();
  }

  /** The names of the columns that are written; of a DELETE, of those that find the rows. */
  public List<String> columns() {
    return layout().columns(kind() == RowChange.Kind.DELETE ? where() : written()).stream()
        .map(Column::name)
        .collect(Collectors.toList());
  }

  public int size() {
    return rows.size();
  }

  @Override
  public String toString() {
    return action() + " " + table() + " " + columns() + " x " + size();
  }
}

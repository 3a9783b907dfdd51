package io.alchemy.engine.execution;

import io.alchemy.error.ArgumentException;
import io.alchemy.error.FlushException;
import io.alchemy.schema.Column;
import io.alchemy.schema.Table;
import io.alchemy.types.SqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which of the rows given back by an INSERT belongs to which of the rows inserted.
 *
 * <ul>
 *   <li>Keys that the program gave tell it.
 *   <li>A number that the database made tells it by position, if the numbers only grow or only fall, which is how they are handed out
 *       one after the other.
 *   <li>If they do not (a sequence that cycles, SQLite close to its largest rowid), or if the key is no number, the rows are read back
 *       by key and matched by content; rows of equal content are interchangeable.
 *   <li>Where that fails too, so does the flush: before any object has been touched.
 * </ul>
 */
final class RowMatcher {
  private final RowInserter inserter;
  private final Table table;
  private final List<Column<?>> given;
  private final List<Column<?>> returned;
  private final List<Column<?>> read;
  private final @Nullable Column<?> generatedKey;
  private final boolean keysAreGiven;

  RowMatcher(RowInserter inserter, InsertRows work) {
    this.inserter = inserter;
    this.table = work.table();
    this.given = work.columns();
    this.returned = work.returned();
    List<Column<?>> key = table.primaryKey();
    List<Column<?>> made =
        key.stream().filter(column -> !given.contains(column)).toList();
    this.keysAreGiven = made.isEmpty() && !key.isEmpty();
    this.generatedKey = made.size() == 1 ? made.get(0) : null;
    List<Column<?>> columns = new ArrayList<>(returned);
    for (Column<?> needed : keysAreGiven ? key : made) {
      if (!columns.contains(needed)) {
        columns.add(needed);
      }
    }
    if (!keysAreGiven && generatedKey == null) {
      given.stream().filter(column -> !columns.contains(column)).forEach(columns::add);
    }
    this.read = columns;
  }

  /** What RETURNING must give: the columns asked for, then what tells rows apart. */
  List<Column<?>> columns() {
    return read;
  }

  /** The returned columns of {@code made}, each at the position of its row in {@code rows}. */
  List<@Nullable Object[]> inOrder(List<@Nullable Object[]> rows, List<@Nullable Object[]> made) {
    List<@Nullable Object[]> ordered;
    if (generatedKey != null) {
      ordered = isMonotonic(made) ? made : byReadingBack(generatedKey, rows, made);
    } else {
      List<Column<?>> identifying = keysAreGiven ? table.primaryKey() : given;
      ordered = byContent(identifying, rows, made, made);
    }
    return read.size() == returned.size()
        ? ordered
        : ordered.stream()
            .map(row -> java.util.Arrays.copyOf(row, returned.size()))
            .toList();
  }

  private boolean isMonotonic(List<@Nullable Object[]> made) {
    int position = read.indexOf(generatedKey);
    int direction = 0;
    for (int i = 0; i < made.size(); i++) {
      if (!(made.get(i)[position] instanceof Number key)
          || !(key instanceof Integer || key instanceof Long || key instanceof Short)) {
        return false;
      }
      if (i > 0) {
        int step =
            Long.compare(key.longValue(), ((Number) value(made, i - 1, position)).longValue());
        if (step == 0 || direction != 0 && step != direction) {
          return false;
        }
        direction = step;
      }
    }
    return true;
  }

  private static Object value(List<@Nullable Object[]> rows, int row, int column) {
    Object value = rows.get(row)[column];
    if (value == null) {
      throw new FlushException("the database made a key that is null");
    }
    return value;
  }

  private List<@Nullable Object[]> byReadingBack(
      Column<?> key, List<@Nullable Object[]> rows, List<@Nullable Object[]> made) {
    int position = read.indexOf(key);
    Map<Object, @Nullable Object[]> byKey = new LinkedHashMap<>();
    for (int i = 0; i < made.size(); i++) {
      byKey.put(value(made, i, position), made.get(i));
    }
    List<@Nullable Object[]> contents =
        inserter.readBack(table, key, new ArrayList<>(byKey.keySet()), given);
    if (byKey.size() != made.size() || contents.size() != made.size()) {
      throw unmatched("reading the rows back by key found " + contents.size());
    }
    List<@Nullable Object[]> origins = new ArrayList<>(contents.size());
    for (@Nullable Object[] row : contents) {
      @Nullable Object[] origin = row[0] == null ? null : byKey.get(row[0]);
      if (origin == null) {
        throw unmatched("a row that was read back has another key");
      }
      origins.add(origin);
    }
    List<@Nullable Object[]> bare = contents.stream()
        .map(row -> java.util.Arrays.copyOfRange(row, 1, row.length))
        .toList();
    return match(given, given, rows, bare, origins);
  }

  private List<@Nullable Object[]> byContent(
      List<Column<?>> identifying,
      List<@Nullable Object[]> rows,
      List<@Nullable Object[]> contents,
      List<@Nullable Object[]> origins) {
    return match(identifying, read, rows, contents, origins);
  }

  /** For each of {@code rows} the origin of a content that equals it in the identifying columns; each content is used once. */
  private List<@Nullable Object[]> match(
      List<Column<?>> identifying,
      List<Column<?>> contentColumns,
      List<@Nullable Object[]> rows,
      List<@Nullable Object[]> contents,
      List<@Nullable Object[]> origins) {
    int[] inRow = positions(identifying, given);
    int[] inContent = positions(identifying, contentColumns);
    boolean[] used = new boolean[contents.size()];
    List<@Nullable Object[]> ordered = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      // Mostly the order is right already, so the search begins where it would be.
      int found = -1;
      for (int step = 0; step < contents.size() && found < 0; step++) {
        int candidate = (i + step) % contents.size();
        if (!used[candidate]
            && isSame(identifying, rows.get(i), inRow, contents.get(candidate), inContent)) {
          found = candidate;
        }
      }
      if (found < 0) {
        throw unmatched("row " + (i + 1) + " does not come back as it was inserted (a trigger?)");
      }
      used[found] = true;
      ordered.add(origins.get(found));
    }
    return ordered;
  }

  private static int[] positions(List<Column<?>> columns, List<Column<?>> among) {
    return columns.stream().mapToInt(among::indexOf).toArray();
  }

  private static boolean isSame(
      List<Column<?>> columns,
      @Nullable Object[] row,
      int[] inRow,
      @Nullable Object[] content,
      int[] inContent) {
    for (int i = 0; i < inRow.length; i++) {
      if (!isSame(columns.get(i).type(), row[inRow[i]], content[inContent[i]])) {
        return false;
      }
    }
    return true;
  }

  @SuppressWarnings("unchecked")
  private static boolean isSame(SqlType<?> type, @Nullable Object inserted, @Nullable Object kept) {
    SqlType<@Nullable Object> any = (SqlType<@Nullable Object>) type;
    try {
      return any.same(any.stored(inserted), kept);
    } catch (ArgumentException cannotKeep) {
      return false;
    }
  }

  private FlushException unmatched(String why) {
    return new FlushException(
        "the keys that the database made for rows of "
            + table
            + " cannot be told apart: "
            + why
            + ". No object was touched; roll back. Keys that the program gives, or one row a flush, avoid this");
  }
}

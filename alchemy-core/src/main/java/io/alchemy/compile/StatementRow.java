package io.alchemy.compile;

import io.alchemy.error.ArgumentException;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Row;
import io.alchemy.sql.Selectable;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row in memory: its values, and the header that it shares with the other rows of its result. */
public final class StatementRow implements Row {
  private final RowHeader header;
  private final @Nullable Object[] values;

  /** The row takes {@code values} as its own. */
  public StatementRow(RowHeader header, @Nullable Object[] values) {
    this.header = header;
    this.values = values;
  }

  @Override
  public @Nullable Object get(int index) {
    if (index < 0 || index >= values.length) {
      throw new ArgumentException("there is no column "
          + index
          + "; the row has "
          + values.length
          + ", counted from 0: "
          + header.names());
    }
    return values[index];
  }

  @Override
  public @Nullable Object get(String name) {
    return values[header.names().position(name)];
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // a column's value is of its type, or null
  public <T extends @Nullable Object> T get(Selectable<T> column) {
    if (column instanceof Expression<?> expression) {
      return (T) values[header.position(expression)];
    }
    int start = header.start(column);
    if (start < 0) {
      throw header.unknown(column);
    }
    return (T) RowReaders.part(header, column, start, values.length).make(values);
  }

  @Override
  public <T> @Nullable T get(int index, Class<T> type) {
    return Conversion.to(get(index), type, "column " + index);
  }

  @Override
  public <T> @Nullable T get(String name, Class<T> type) {
    return Conversion.to(get(name), type, "column " + name);
  }

  @Override
  public <T> T into(Class<T> type) {
    return RecordMaker.of(type, header.names().names()).make(values);
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public Map<String, @Nullable Object> asMap() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    List<String> names = header.names().names();
    for (int i = 0; i < values.length; i++) {
      map.put(names.get(i), values[header.names().position(names.get(i))]);
    }
    return map;
  }

  @Override
  public Iterator<@Nullable Object> iterator() {
    return Collections.unmodifiableList(Arrays.asList(values)).iterator();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StatementRow that
        && header.names().names().equals(that.header.names().names())
        && Arrays.deepEquals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(values);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("(");
    List<String> names = header.names().names();
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : ", ").append(names.get(i)).append('=');
      text.append(values[i] instanceof byte[] bytes ? "byte[" + bytes.length + "]" : values[i]);
    }
    return text.append(')').toString();
  }
}

package io.alchemy.engine.execution;

import io.alchemy.error.ArgumentException;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.sql.Row;
import io.alchemy.sql.Selectable;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of raw SQL: the driver's values under the driver's names. */
public final class ResultRow implements Row {
  private final RowNames names;
  private final @Nullable Object[] values;

  ResultRow(RowNames names, @Nullable Object[] values) {
    this.names = names;
    this.values = values;
  }

  @Override
  public @Nullable Object get(int index) {
    if (index < 0 || index >= values.length) {
      throw new ArgumentException("there is no column " + index + "; the row has " + values.length
          + ", counted from 0: " + names);
    }
    return values[index];
  }

  @Override
  public @Nullable Object get(String name) {
    return values[names.indexOf(name)];
  }

  @Override
  public <T extends @Nullable Object> T get(Selectable<T> column) {
    throw new InvalidRequestException("a row of raw SQL does not know the expression "
        + column
        + "; ask by name or index: "
        + names);
  }

  @Override
  public <T> @Nullable T get(int index, Class<T> type) {
    return RawValues.as(get(index), type);
  }

  @Override
  public <T> @Nullable T get(String name, Class<T> type) {
    return RawValues.as(get(name), type);
  }

  @Override
  public <T> T into(Class<T> type) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public Map<String, @Nullable Object> asMap() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    List<String> all = names.list();
    for (int i = 0; i < values.length; i++) {
      names.indexOf(all.get(i));
      map.put(all.get(i), values[i]);
    }
    return map;
  }

  @Override
  public Iterator<@Nullable Object> iterator() {
    return Collections.unmodifiableList(Arrays.asList(values)).iterator();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ResultRow row
        && names.list().equals(row.names.list())
        && Arrays.deepEquals(values, row.values);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(values);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("(");
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : ", ").append(names.list().get(i)).append('=');
      text.append(values[i] instanceof byte[] bytes ? "byte[" + bytes.length + "]" : values[i]);
    }
    return text.append(')').toString();
  }
}

package io.alchemy.orm.loading;

import io.alchemy.error.ArgumentException;
import io.alchemy.orm.mapping.AttributeReference;
import io.alchemy.orm.mapping.EntityAlias;
import io.alchemy.schema.Column;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Label;
import io.alchemy.sql.Row;
import io.alchemy.sql.Selectable;
import io.alchemy.sql.node.EntityClass;
import io.alchemy.sql.node.Outputs;
import io.alchemy.sql.node.RowSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row that has instances of mapped classes beside its other values. */
final class EntityRow implements Row {
  private final Header header;
  private final @Nullable Object[] values;

  /** What the rows of one result share: what was selected, and by what names it is known. */
  static final class Header {
    private final List<Selectable<?>> selected = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    Header(List<Selectable<?>> columns) {
      for (Selectable<?> one : columns) {
        if (one instanceof RowSource source) {
          selected.addAll(source.columns());
        } else {
          selected.add(one);
        }
      }
      for (Selectable<?> one : selected) {
        names.add(name(one, names.size()));
      }
    }

    private static String name(Selectable<?> one, int position) {
      if (one instanceof Label<?> label) {
        return label.name();
      }
      if (one instanceof AttributeReference<?> attribute) {
        return attribute.key();
      }
      if (one instanceof Column<?> column) {
        return column.name();
      }
      if (one instanceof EntityClass<?> entity) {
        return entity.name();
      }
      if (one instanceof EntityAlias aliased) {
        return aliased.type().getSimpleName();
      }
      return "column" + (position + 1);
    }

    int position(String name) {
      int position = names.indexOf(name);
      if (position < 0) {
        throw new ArgumentException("the row has no " + name + "; it has " + names);
      }
      if (names.lastIndexOf(name) != position) {
        throw new ArgumentException("the row has several columns "
            + name
            + "; ask by index, or name them apart with as(…): "
            + names);
      }
      return position;
    }

    int position(Selectable<?> asked) {
      int position = selected.indexOf(asked);
      if (position < 0 && asked instanceof Expression<?>) {
        List<Expression<?>> expressions = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < selected.size(); i++) {
          if (selected.get(i) instanceof Expression<?> expression) {
            expressions.add(expression);
            positions.add(i);
          }
        }
        int found = Outputs.position(expressions, asked);
        position = found < 0 ? -1 : positions.get(found);
      }
      if (position < 0) {
        throw new ArgumentException("the row has no " + asked + "; it has " + selected);
      }
      return position;
    }
  }

  EntityRow(Header header, @Nullable Object[] values) {
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
          + header.names);
    }
    return values[index];
  }

  @Override
  public @Nullable Object get(String name) {
    return values[header.position(name)];
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // a column's value is of its type, or null
  public <T extends @Nullable Object> T get(Selectable<T> column) {
    return (T) values[header.position(column)];
  }

  @Override
  public <T> @Nullable T get(int index, Class<T> type) {
    return cast(get(index), type);
  }

  @Override
  public <T> @Nullable T get(String name, Class<T> type) {
    return cast(get(name), type);
  }

  private static <T> @Nullable T cast(@Nullable Object value, Class<T> type) {
    if (value != null && !type.isInstance(value)) {
      throw new ArgumentException(
          value + " is a " + value.getClass().getName() + ", not a " + type.getName());
    }
    return type.cast(value);
  }

  @Override
  public <T> T into(Class<T> type) {
    throw new ArgumentException("a row with entities does not become a "
        + type.getSimpleName()
        + " by names; say project("
        + type.getSimpleName()
        + "::new, …)");
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public Map<String, @Nullable Object> asMap() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (String name : header.names) {
      map.put(name, get(name));
    }
    return map;
  }

  @Override
  public Iterator<@Nullable Object> iterator() {
    return Collections.unmodifiableList(Arrays.asList(values)).iterator();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EntityRow that
        && header.names.equals(that.header.names)
        && Arrays.deepEquals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(values);
  }

  @Override
  public String toString() {
    return header.names + " " + Arrays.deepToString(values);
  }
}

package io.alchemy.sql.node;

import io.alchemy.error.ArgumentException;
import io.alchemy.sql.Selectable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several columns that make one value of each row.
 *
 * @param make called with the values in order; never part of a shape
 */
public record RowProjection<R extends @Nullable Object>(List<Selectable<?>> selected, Maker<R> make)
    implements Selectable<R>, Node {
  /** Makes the value. */
  @FunctionalInterface
  public interface Maker<R extends @Nullable Object> {
    R make(@Nullable Object[] values);
  }

  /**
   * Makes the value.
   *
   * @throws ArgumentException when a null stands in the way: a primitive parameter has no place for it
   */
  public R of(@Nullable Object[] values) {
    try {
      return make.make(values);
    } catch (NullPointerException e) {
      List<String> nulls = new ArrayList<>();
      for (int i = 0; i < values.length; i++) {
        if (values[i] == null) {
          nulls.add(String.valueOf(selected.get(i)));
        }
      }
      if (nulls.isEmpty()) {
        throw e;
      }
      throw new ArgumentException(
          "project(…) was given null for "
              + String.join(", ", nulls)
              + ", which what it calls does not take: give the parameter a boxed type, or say what"
              + " stands for null with coalesce(…)",
          e);
    }
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(RowProjection.class).children(selected);
  }

  @Override
  public List<?> parts() {
    return selected;
  }
}

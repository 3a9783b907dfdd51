package io.alchemy.sql.node;

import io.alchemy.sql.Selectable;
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

  @Override
  public void shape(ShapeWriter to) {
    to.token(RowProjection.class).children(selected);
  }

  @Override
  public List<?> parts() {
    return selected;
  }
}

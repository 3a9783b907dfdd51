package io.alchemy.sql.node;

import io.alchemy.sql.Expression;
import io.alchemy.sql.Ordering;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code OVER (PARTITION BY … ORDER BY … frame)}. */
public record Window(
    List<Expression<?>> partitionBy,
    List<Ordering> orderBy,
    @Nullable Frame frame) implements Node {
  public static final Window EMPTY = new Window(List.of(), List.of(), null);

  /** {@code ROWS BETWEEN from AND to}. */
  public record Frame(String unit, Bound from, Bound to) {}

  /**
   * Where a frame begins or ends.
   *
   * @param offset the count before {@code side}; null where there is none
   */
  public record Bound(String side, @Nullable Long offset) implements io.alchemy.sql.FrameBound {}

  @Override
  public void shape(ShapeWriter to) {
    to.token(Window.class).children(partitionBy).children(orderBy).token(frame);
  }

  @Override
  public List<?> parts() {
    List<Object> parts = new ArrayList<>(partitionBy);
    parts.addAll(orderBy);
    return parts;
  }
}

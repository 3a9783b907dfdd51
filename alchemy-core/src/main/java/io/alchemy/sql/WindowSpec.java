package io.alchemy.sql;

import io.alchemy.sql.node.SelectDraft;
import io.alchemy.sql.node.Window;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code (PARTITION BY … ORDER BY … frame)}. Immutable. */
@CheckReturnValue
public final class WindowSpec {
  static final WindowSpec EMPTY = new WindowSpec(Window.EMPTY);

  private final Window window;

  private WindowSpec(Window window) {
    this.window = window;
  }

  /** Its parts. */
  public Window window() {
    return window;
  }

  /** {@code PARTITION BY columns}. */
  public WindowSpec partitionBy(Expression<?>... columns) {
    List<Expression<?>> added = Operands.present("partitionBy", Arrays.asList(columns));
    return new WindowSpec(new Window(
        SelectDraft.plus(window.partitionBy(), added), window.orderBy(), window.frame()));
  }

  /** {@code ORDER BY order}. */
  public WindowSpec orderBy(Ordering... order) {
    List<Ordering> added = Operands.present("orderBy", Arrays.asList(order));
    return new WindowSpec(new Window(
        window.partitionBy(), SelectDraft.plus(window.orderBy(), added), window.frame()));
  }

  /** {@code ROWS BETWEEN from AND to}. */
  public WindowSpec rows(FrameBound from, FrameBound to) {
    return frame("ROWS", from, to);
  }

  /** {@code RANGE BETWEEN from AND to}. */
  public WindowSpec range(FrameBound from, FrameBound to) {
    return frame("RANGE", from, to);
  }

  /** {@code GROUPS BETWEEN from AND to}. */
  public WindowSpec groups(FrameBound from, FrameBound to) {
    return frame("GROUPS", from, to);
  }

  private WindowSpec frame(String unit, FrameBound from, FrameBound to) {
    Window.Frame frame = new Window.Frame(unit, (Window.Bound) from, (Window.Bound) to);
    return new WindowSpec(new Window(window.partitionBy(), window.orderBy(), frame));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WindowSpec that && window.equals(that.window);
  }

  @Override
  public int hashCode() {
    return window.hashCode();
  }
}

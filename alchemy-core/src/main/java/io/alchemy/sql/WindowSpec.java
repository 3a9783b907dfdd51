package io.alchemy.sql;

@CheckReturnValue
public final class WindowSpec {
  WindowSpec() {}

  public WindowSpec partitionBy(Expression<?>... columns) {
    throw Todo.todo();
  }

  public WindowSpec orderBy(Ordering... order) {
    throw Todo.todo();
  }

  public WindowSpec rows(FrameBound from, FrameBound to) {
    throw Todo.todo();
  }

  public WindowSpec range(FrameBound from, FrameBound to) {
    throw Todo.todo();
  }

  public WindowSpec groups(FrameBound from, FrameBound to) {
    throw Todo.todo();
  }
}

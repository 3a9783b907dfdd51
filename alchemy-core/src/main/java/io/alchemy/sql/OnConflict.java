package io.alchemy.sql;

import java.util.function.*;

@CheckReturnValue
public final class OnConflict {
  OnConflict() {}

  public Insert doNothing() {
    throw Todo.todo();
  }
  /** Sets these (none named: all but the key) to the row proposed. */
  public Insert doUpdate(Assignable<?>... columns) {
    throw Todo.todo();
  }

  public Insert doUpdate(UnaryOperator<Update> update) {
    throw Todo.todo();
  }
}

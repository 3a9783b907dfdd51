package io.alchemy.sql;

public interface Condition extends Expression<Boolean> {
  default Condition and(Condition other) {
    throw Todo.todo();
  }

  default Condition or(Condition other) {
    throw Todo.todo();
  }

  default Condition not() {
    throw Todo.todo();
  }
}

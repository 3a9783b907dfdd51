package io.alchemy.sql;
/** What may stand in FROM. */
@CheckReturnValue
public interface From {
  default Join join(From right) {
    throw Todo.todo();
  }

  default Join join(From right, Condition on) {
    throw Todo.todo();
  }

  default Join leftJoin(From right) {
    throw Todo.todo();
  }

  default Join leftJoin(From right, Condition on) {
    throw Todo.todo();
  }

  default Join fullJoin(From right, Condition on) {
    throw Todo.todo();
  }

  default Join crossJoin(From right) {
    throw Todo.todo();
  }
}

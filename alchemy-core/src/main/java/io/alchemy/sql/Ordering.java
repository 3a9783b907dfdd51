package io.alchemy.sql;
/** An ORDER BY element; a bare expression is ascending. */
public interface Ordering {
  default Ordering nullsFirst() {
    throw Todo.todo();
  }

  default Ordering nullsLast() {
    throw Todo.todo();
  }
}

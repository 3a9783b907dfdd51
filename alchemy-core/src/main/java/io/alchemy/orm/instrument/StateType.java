package io.alchemy.orm.instrument;

/** What an instance is: its prepared class, and once its row is known the mapping that its key belongs to. */
public interface StateType {
  PreparedClass prepared();
}

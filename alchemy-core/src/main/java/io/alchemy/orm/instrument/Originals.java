package io.alchemy.orm.instrument;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Of one instance, the values that could change in place without anybody being told. A copy is made when a value is first
 * read, since before that nobody can have changed it.
 */
final class Originals {
  private final ValueCopies copies;
  private final BitSet unread = new BitSet();
  private final @Nullable Object[] values;

  Originals(int attributes, ValueCopies copies) {
    this.copies = copies;
    this.values = new Object[attributes];
    Arrays.fill(values, InstanceState.UNCHANGED);
  }

  /** The value has just been loaded, and nobody has it in hand. */
  void loaded(int attribute) {
    values[attribute] = InstanceState.UNCHANGED;
    unread.set(attribute);
  }

  boolean isUnread(int attribute) {
    return unread.get(attribute);
  }

  /** The value is as the database has it, and somebody has it in hand, or is about to. */
  void keep(int attribute, @Nullable Object value) {
    unread.clear(attribute);
    values[attribute] = value == null ? InstanceState.UNCHANGED : copies.copy(attribute, value);
  }

  void forget(int attribute) {
    unread.clear(attribute);
    values[attribute] = InstanceState.UNCHANGED;
  }

  @Nullable
  Object value(int attribute) {
    return values[attribute];
  }

  boolean any() {
    for (Object value : values) {
      if (value != InstanceState.UNCHANGED) {
        return true;
      }
    }
    return false;
  }
}

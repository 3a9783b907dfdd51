package io.alchemy.orm.instrument;

import org.jspecify.annotations.Nullable;

/** Copies values of attributes that can change in place, such as arrays and JSON documents; the mapping knows how. */
public interface ValueCopies {
  /** A copy that later changes of {@code value} do not reach. */
  @Nullable
  Object copy(int attribute, @Nullable Object value);
}

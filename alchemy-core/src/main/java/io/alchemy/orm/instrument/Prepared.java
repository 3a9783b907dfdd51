package io.alchemy.orm.instrument;

import org.jspecify.annotations.Nullable;

/**
 * What the transformation makes every mapped class implement. Nobody writes these methods by hand: they are the ORM's
 * way into an instance, by attribute index, with no reflection. The indexes are those of {@link PreparedClass}.
 *
 * <p>The methods have bodies only so that a compiler which sees a prepared class file, where the real ones are
 * synthetic, lets it be extended.
 */
public interface Prepared {
  /** The state beside the instance; null as long as nothing had to be remembered about it. */
  default @Nullable InstanceState alchemy$state() {
    throw Refusals.halfPrepared(getClass());
  }

  default void alchemy$state(@Nullable InstanceState state) {
    throw Refusals.halfPrepared(getClass());
  }

  /** The field's value as it is, with nothing loaded. */
  default @Nullable Object alchemy$get(int attribute) {
    throw Refusals.halfPrepared(getClass());
  }

  /** Sets the field as it is, with nothing recorded. A null for a primitive field sets its zero. */
  default void alchemy$set(int attribute, @Nullable Object value) {
    throw Refusals.halfPrepared(getClass());
  }

  /** A new instance of this instance's class, by a constructor that runs no field initializer. */
  default Prepared alchemy$create() {
    throw Refusals.halfPrepared(getClass());
  }

  default PreparedClass alchemy$class() {
    throw Refusals.halfPrepared(getClass());
  }
}

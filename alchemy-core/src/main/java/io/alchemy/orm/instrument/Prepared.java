package io.alchemy.orm.instrument;

import org.jspecify.annotations.Nullable;

/**
 * What the transformation makes every mapped class implement. Nobody writes these methods by hand: they are the ORM's
 * way into an instance, by attribute index, with no reflection. The indexes are those of {@link PreparedClass}.
 */
public interface Prepared {
  /** The state beside the instance; null as long as nothing had to be remembered about it. */
  @Nullable
  InstanceState alchemy$state();

  void alchemy$state(@Nullable InstanceState state);

  /** The field's value as it is, with nothing loaded. */
  @Nullable
  Object alchemy$get(int attribute);

  /** Sets the field as it is, with nothing recorded. A null for a primitive field sets its zero. */
  void alchemy$set(int attribute, @Nullable Object value);

  /** A new instance of this instance's class, by a constructor that runs no field initializer. */
  Prepared alchemy$create();

  PreparedClass alchemy$class();
}

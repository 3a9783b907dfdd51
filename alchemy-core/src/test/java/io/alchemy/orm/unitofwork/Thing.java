package io.alchemy.orm.unitofwork;

import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.instrument.PreparedClass;
import org.jspecify.annotations.Nullable;

/** An instance of a prepared class, as far as states need one. */
final class Thing implements Prepared {
  static final PreparedClass CLASS =
      PreparedClass.of(Thing.class, "id", "Ljava/lang/Integer;", null);

  @Override
  public @Nullable InstanceState alchemy$state() {
    return null;
  }

  @Override
  public void alchemy$state(@Nullable InstanceState state) {}

  @Override
  public @Nullable Object alchemy$get(int attribute) {
    return null;
  }

  @Override
  public void alchemy$set(int attribute, @Nullable Object value) {}

  @Override
  public Prepared alchemy$create() {
    return new Thing();
  }

  @Override
  public PreparedClass alchemy$class() {
    return CLASS;
  }
}

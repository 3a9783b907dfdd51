package io.alchemy.sql.node;

import io.alchemy.sql.DmlTarget;
import io.alchemy.sql.Selectable;

/** A mapped class where a table, or its instances, are meant. Only a registry knows its table. */
public record EntityClass<E>(Class<E> type) implements EntityFrom, Selectable<E>, DmlTarget {
  @Override
  public String name() {
    return type.getSimpleName();
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(EntityClass.class).token(type);
  }

  @Override
  public String toString() {
    return name();
  }
}

package io.alchemy.orm.mapping;

import io.alchemy.compile.Entities;
import java.util.Collection;

/** The configured mappers of one registry. */
public interface Mappers {
  /**
   * The mapper of a class.
   *
   * @throws io.alchemy.error.MappingException when the class is not mapped here
   */
  <E> Mapper<E> mapper(Class<E> type);

  boolean isMapped(Class<?> type);

  Collection<Mapper<?>> all();

  /** What attributes mean in statements. */
  Entities entities();
}

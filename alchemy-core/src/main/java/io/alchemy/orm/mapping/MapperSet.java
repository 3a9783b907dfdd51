package io.alchemy.orm.mapping;

import io.alchemy.compile.Entities;
import io.alchemy.error.MappingException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The mappers that one configuration made. Immutable: it is its own key in the statement cache. */
final class MapperSet implements Mappers {
  private final Map<Class<?>, Mapper<?>> byType;
  private final Entities entities;

  MapperSet(Map<Class<?>, Mapper<?>> byType) {
    this.byType = new LinkedHashMap<>(byType);
    this.entities = new MappedEntities(this);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <E> Mapper<E> mapper(Class<E> type) {
    Mapper<?> mapper = byType.get(type);
    if (mapper == null) {
      throw new MappingException(type.getName()
          + " is not mapped in this registry. Map it with registry.map("
          + type.getSimpleName()
          + ".class, table) or registry.mapAnnotated("
          + type.getSimpleName()
          + ".class) before the registry is first used.");
    }
    return (Mapper<E>) mapper;
  }

  @Override
  public boolean isMapped(Class<?> type) {
    return byType.containsKey(type);
  }

  @Override
  public Collection<Mapper<?>> all() {
    return Collections.unmodifiableCollection(byType.values());
  }

  @Override
  public Entities entities() {
    return entities;
  }
}

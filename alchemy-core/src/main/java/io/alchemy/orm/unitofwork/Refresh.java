package io.alchemy.orm.unitofwork;

import io.alchemy.orm.Cascade;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.orm.mapping.ColumnProperty;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.RelationshipProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads instances again now, one statement a class. */
public final class Refresh {
  private Refresh() {}

  /** @param attributes what to read; null for all columns that were loaded, along refresh-expire cascades */
  public static void refresh(UnitOfWork work, Object instance, int @Nullable [] attributes) {
    InstanceState root = work.persistent(instance, "refresh");
    work.autoflush(Set.of(work.mapper(root).table()));
    if (attributes != null) {
      Expiry.expire(work, root, attributes);
      Mapper<?> mapper = work.mapper(root);
      int[] columns = IntStream.of(attributes)
          .filter(i -> mapper.property(i) instanceof ColumnProperty)
          .toArray();
      if (columns.length > 0) {
        work.loader().refresh(work, mapper, List.of(root), columns);
      }
      load(work, root, attributes);
      return;
    }
    List<InstanceState> all = new ArrayList<>();
    all.add(root);
    Cascades.each(work.mappers(), Instances.instance(root), Cascade.REFRESH_EXPIRE, member -> {
      InstanceState state = member.alchemy$state();
      return state != null
          && work.isMine(state)
          && state.lifecycle() == Lifecycle.PERSISTENT
          && all.add(state);
    });
    Map<Mapper<?>, List<InstanceState>> byMapper = new LinkedHashMap<>();
    for (InstanceState state : all) {
      Expiry.expire(work, state);
      byMapper.computeIfAbsent(work.mapper(state), m -> new ArrayList<>()).add(state);
    }
    byMapper.forEach((mapper, states) -> work.loader().refresh(work, mapper, states, null));
  }

  private static void load(UnitOfWork work, InstanceState state, int[] attributes) {
    for (int attribute : attributes) {
      if (work.mapper(state).property(attribute) instanceof RelationshipProperty) {
        work.loader().loadAll(work, List.of(state), attribute);
      }
    }
  }
}

package io.alchemy.orm.unitofwork;

import io.alchemy.orm.Cascade;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.orm.mapping.Direction;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.RelationshipProperty;
import io.alchemy.schema.Table;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tables a flush could write, as far as pending changes tell, so that a query over other tables need not wait for
 * it. A deletion reaches everything that refers to its row, by relationships and foreign keys; anything else reaches
 * its own table and those of the relationships that changed.
 */
final class Reach {
  private final UnitOfWork work;
  private final Set<Table> reads;
  private final Set<Mapper<?>> deleted = new HashSet<>();

  private Reach(UnitOfWork work, Set<Table> reads) {
    this.work = work;
    this.reads = reads;
  }

  /** @param reads the tables of the query; null if they are not known */
  static boolean reaches(UnitOfWork work, @Nullable Set<Table> reads) {
    return reads == null || new Reach(work, reads).any();
  }

  private boolean any() {
    for (InstanceState state : work.pending()) {
      if (saved(state)) {
        return true;
      }
    }
    for (InstanceState state : work.modified()) {
      if (saved(state)) {
        return true;
      }
    }
    for (InstanceState state : work.deleted()) {
      if (deleted(work.mapper(state))) {
        return true;
      }
    }
    return false;
  }

  private boolean saved(InstanceState state) {
    Mapper<?> mapper = work.mapper(state);
    if (reads.contains(mapper.table())) {
      return true;
    }
    boolean isNew = state.lifecycle() == Lifecycle.PENDING;
    for (RelationshipProperty relationship : mapper.relationships()) {
      if (!relationship.isViewOnly()
          && (isNew || state.isModified(relationship.attribute()))
          && changed(relationship)) {
        return true;
      }
    }
    return false;
  }

  /** Members that come or go: their foreign keys, their link rows, or, as orphans, they themselves. */
  private boolean changed(RelationshipProperty relationship) {
    if (relationship.direction() == Direction.MANY_TO_MANY) {
      if (relationship.secondary() != null && reads.contains(relationship.secondary())) {
        return true;
      }
    } else if (relationship.direction() == Direction.ONE_TO_MANY
        && reads.contains(relationship.target().table())) {
      return true;
    }
    return relationship.cascades(Cascade.DELETE_ORPHAN) && deleted(relationship.target());
  }

  private boolean deleted(Mapper<?> mapper) {
    if (!deleted.add(mapper)) {
      return false;
    }
    if (reads.contains(mapper.table())) {
      return true;
    }
    for (Table table : work.schema().referring(mapper.table())) {
      if (reads.contains(table)) {
        return true;
      }
    }
    for (LinkSide side : work.schema().layout(mapper).linkSides()) {
      if (reads.contains(side.table().table())) {
        return true;
      }
    }
    for (RelationshipProperty relationship : mapper.relationships()) {
      if (relationship.isViewOnly()) {
        continue;
      }
      if (relationship.direction() == Direction.ONE_TO_MANY
          && reads.contains(relationship.target().table())) {
        return true;
      }
      if ((relationship.cascades(Cascade.DELETE) || relationship.cascades(Cascade.DELETE_ORPHAN))
          && deleted(relationship.target())) {
        return true;
      }
    }
    return false;
  }
}

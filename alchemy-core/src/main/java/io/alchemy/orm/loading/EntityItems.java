package io.alchemy.orm.loading;

import io.alchemy.orm.mapping.EntityAlias;
import io.alchemy.sql.Selectable;
import io.alchemy.sql.node.EntityClass;
import io.alchemy.sql.node.RowProjection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entities in a select list. */
final class EntityItems {
  private EntityItems() {}

  /**
   * An entity that was selected.
   *
   * @param alias null for the class itself
   */
  record Entity(Class<?> type, @Nullable EntityAlias alias) {}

  /** In order, those inside projections included. */
  static List<Entity> of(List<? extends Selectable<?>> selected) {
    List<Entity> found = new ArrayList<>();
    for (Selectable<?> one : selected) {
      Entity entity = entity(one);
      if (entity != null) {
        found.add(entity);
      } else if (one instanceof RowProjection<?> projection) {
        found.addAll(of(projection.selected()));
      }
    }
    return found;
  }

  static boolean any(List<? extends Selectable<?>> selected) {
    for (Selectable<?> one : selected) {
      if (entity(one) != null
          || (one instanceof RowProjection<?> projection && any(projection.selected()))) {
        return true;
      }
    }
    return false;
  }

  static @Nullable Entity entity(Selectable<?> selected) {
    if (selected instanceof EntityClass<?> entity) {
      return new Entity(entity.type(), null);
    }
    if (selected instanceof EntityAlias aliased) {
      return new Entity(aliased.type(), aliased);
    }
    return null;
  }
}

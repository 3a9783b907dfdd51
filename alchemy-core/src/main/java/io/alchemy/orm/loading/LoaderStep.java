package io.alchemy.orm.loading;

import io.alchemy.orm.mapping.AttributeReference;
import io.alchemy.orm.mapping.RelationshipReference;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Sql;
import io.alchemy.sql.node.Node;
import io.alchemy.sql.node.ShapeWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a loader option; a chain of them is a path through relationships.
 *
 * @param before the step that leads here; null for the first
 * @param relationship the relationship that it follows; null for {@code DEFER} and {@code LOAD_ONLY}
 * @param columns the attributes that {@code DEFER} and {@code LOAD_ONLY} name
 * @param criterion what members must satisfy; null for all of them
 */
public record LoaderStep(
    @Nullable LoaderStep before,
    Action action,
    @Nullable RelationshipReference relationship,
    List<AttributeReference<?>> columns,
    @Nullable Condition criterion)
    implements Node {

  /** How an attribute loads. */
  public enum Action {
    JOINED("joinedLoad"),
    SELECTIN("selectinLoad"),
    LAZY("lazyLoad"),
    LAZY_ONE("lazyLoadOne"),
    RAISE("raiseLoad"),
    NONE("noLoad"),
    CONTAINS_EAGER("containsEager"),
    DEFER("defer"),
    LOAD_ONLY("loadOnly");

    private final String method;

    Action(String method) {
      this.method = method;
    }

    /** What users write for it. */
    public String method() {
      return method;
    }
  }

  public LoaderStep {
    columns = List.copyOf(columns);
  }

  public static LoaderStep along(
      @Nullable LoaderStep before, Action action, RelationshipReference relationship) {
    return new LoaderStep(before, action, relationship, List.of(), null);
  }

  public static LoaderStep columns(
      @Nullable LoaderStep before, Action action, List<AttributeReference<?>> columns) {
    return new LoaderStep(before, action, null, columns, null);
  }

  /** The same step for members that satisfy {@code more} too; null where no relationship leads here. */
  public @Nullable LoaderStep and(Condition more) {
    if (relationship == null) {
      LoaderStep changed = before == null ? null : before.and(more);
      return changed == null ? null : new LoaderStep(changed, action, null, columns, null);
    }
    Condition both = criterion == null ? more : Sql.and(criterion, more);
    return new LoaderStep(before, action, relationship, columns, both);
  }

  /** The steps from the first to this one. */
  Deque<LoaderStep> path() {
    Deque<LoaderStep> path = new ArrayDeque<>();
    for (LoaderStep step = this; step != null; step = step.before) {
      path.addFirst(step);
    }
    return path;
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(LoaderStep.class).child(before).token(action).child(relationship);
    to.children(columns).child(criterion);
  }

  @Override
  public String toString() {
    String of = relationship == null ? columns.toString() : relationship.toString();
    return (before == null ? "" : before + ".") + action.method() + "(" + of + ")";
  }
}

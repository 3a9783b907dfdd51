package io.alchemy.orm;

import io.alchemy.orm.mapping.EntityAlias;
import io.alchemy.orm.mapping.RelationshipCondition;
import io.alchemy.orm.mapping.RelationshipCondition.Test;
import io.alchemy.sql.Condition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** E's relationship to one T. */
public final class ReferenceAttribute<E, T> extends RelationAttribute<E, T> {
  ReferenceAttribute(Class<E> owner, Class<T> target, String key, @Nullable EntityAlias from) {
    super(owner, target, key, from);
  }

  /** The relationship called {@code key} of {@code owner}; generated {@code Page_} classes call it. */
  public static <E, T> ReferenceAttribute<E, T> of(Class<E> owner, Class<T> target, String key) {
    return new ReferenceAttribute<>(owner, target, key, null);
  }

  /** {@code comment.pageid = :key}; for null, {@code IS NULL}. The instance's key is read when the statement runs. */
  public Condition eq(@Nullable T other) {
    return other == null ? isNull() : RelationshipCondition.compare(this, Test.IS, other);
  }

  /** {@code comment.pageid != :key OR comment.pageid IS NULL}; for null, {@code IS NOT NULL}. */
  public Condition ne(@Nullable T other) {
    return other == null ? isNotNull() : RelationshipCondition.compare(this, Test.IS_NOT, other);
  }

  /** {@code comment.pageid IN (:keys)}. */
  public Condition in(Collection<? extends T> others) {
    List<Object> members = new ArrayList<>();
    for (T other : others) {
      members.add(present(other, "in"));
    }
    return RelationshipCondition.oneOf(this, members);
  }

  /** {@code comment.pageid IS NULL}. */
  public Condition isNull() {
    return RelationshipCondition.exists(this, Test.NONE, List.of());
  }

  /** {@code comment.pageid IS NOT NULL}. */
  public Condition isNotNull() {
    return RelationshipCondition.exists(this, Test.PRESENT, List.of());
  }

  /** {@code EXISTS (SELECT 1 FROM page WHERE page.id = comment.pageid AND …)}. */
  public Condition has(Condition... conditions) {
    return RelationshipCondition.exists(this, Test.SOME, List.of(conditions));
  }
}

package io.alchemy.orm;

import io.alchemy.orm.mapping.EntityAlias;
import io.alchemy.orm.mapping.RelationshipCondition;
import io.alchemy.orm.mapping.RelationshipCondition.Test;
import io.alchemy.sql.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** E's relationship to many T. */
public final class CollectionAttribute<E, T> extends RelationAttribute<E, T> {
  CollectionAttribute(Class<E> owner, Class<T> target, String key, @Nullable EntityAlias from) {
    super(owner, target, key, from);
  }

  /** The relationship called {@code key} of {@code owner}; generated {@code Page_} classes call it. */
  public static <E, T> CollectionAttribute<E, T> of(Class<E> owner, Class<T> target, String key) {
    return new CollectionAttribute<>(owner, target, key, null);
  }

  /** {@code EXISTS (SELECT 1 FROM comment WHERE comment.pageid = page.id AND …)}. */
  public Condition any(Condition... conditions) {
    return RelationshipCondition.exists(this, Test.SOME, List.of(conditions));
  }

  /** Whether {@code member} is in the collection; its key is read when the statement runs. */
  public Condition contains(T member) {
    return RelationshipCondition.compare(this, Test.CONTAINS, present(member, "contains"));
  }

  /** {@code NOT EXISTS (SELECT 1 FROM comment WHERE comment.pageid = page.id)}. */
  public Condition isEmpty() {
    return RelationshipCondition.exists(this, Test.NONE, List.of());
  }
}

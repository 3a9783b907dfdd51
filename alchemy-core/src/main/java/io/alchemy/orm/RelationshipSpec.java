package io.alchemy.orm;

import io.alchemy.sql.*;

/** How E is related to T; configured in place. */
public interface RelationshipSpec<E, T> {
  RelationshipSpec<E, T> backref(RelationAttribute<? super T, ? super E> other);

  RelationshipSpec<E, T> backPopulates(RelationAttribute<? super T, ? super E> other);

  RelationshipSpec<E, T> secondary(DmlTarget linkTable);

  RelationshipSpec<E, T> orderBy(Ordering... order);

  RelationshipSpec<E, T> primaryJoin(Condition on);

  RelationshipSpec<E, T> secondaryJoin(Condition on);

  RelationshipSpec<E, T> foreignKeys(Expression<?>... columns);

  RelationshipSpec<E, T> remoteSide(Expression<?>... columns);

  RelationshipSpec<E, T> cascade(Cascade... cascades);

  RelationshipSpec<E, T> lazy(Loading loading);

  RelationshipSpec<E, T> viewOnly();

  RelationshipSpec<E, T> passiveDeletes();
}

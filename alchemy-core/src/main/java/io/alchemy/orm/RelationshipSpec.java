package io.alchemy.orm;

import io.alchemy.sql.Condition;
import io.alchemy.sql.DmlTarget;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Ordering;

/** How E is related to T; configured in place. */
public interface RelationshipSpec<E, T> {
  /** Declares the other side too; the two are kept in step in memory. */
  RelationshipSpec<E, T> backref(RelationAttribute<? super T, ? super E> other);

  /** The other side, which is declared by itself and names this one; the two are kept in step in memory. */
  RelationshipSpec<E, T> backPopulates(RelationAttribute<? super T, ? super E> other);

  /** The link table of a many-to-many. */
  RelationshipSpec<E, T> secondary(DmlTarget linkTable);

  /** The order in which a collection is loaded. */
  RelationshipSpec<E, T> orderBy(Ordering... order);

  /**
   * How the tables are joined, where foreign keys do not say; with a link table, how it joins E's table. What it says
   * beyond the equality of keys is about T's table or the link table: it is asked wherever the relationship loads, is
   * joined or is tested. Such a relationship has no {@link #backref}, and is best {@link #viewOnly}.
   */
  RelationshipSpec<E, T> primaryJoin(Condition on);

  /** How a link table joins T's table. */
  RelationshipSpec<E, T> secondaryJoin(Condition on);

  /** The referring columns, where there are several ways. */
  RelationshipSpec<E, T> foreignKeys(Expression<?>... columns);

  /** The columns on T's side of a table that refers to itself. */
  RelationshipSpec<E, T> remoteSide(Expression<?>... columns);

  /**
   * Which session operations follow the relationship: exactly these instead of save-update and merge.
   * {@link Cascade#ALL} is all but delete-orphan; delete-orphan includes delete.
   */
  RelationshipSpec<E, T> cascade(Cascade... cascades);

  /** How it loads unless a query says otherwise; {@link Loading#BATCH} by default. */
  RelationshipSpec<E, T> lazy(Loading loading);

  /** It is read only: no flush looks at it. */
  RelationshipSpec<E, T> viewOnly();

  /** The database takes care of the children of a deleted row ({@code ON DELETE}): unloaded ones are not loaded. */
  RelationshipSpec<E, T> passiveDeletes();
}

package io.alchemy.orm.mapping;

import io.alchemy.schema.Column;
import io.alchemy.schema.Table;
import io.alchemy.sql.Alias;
import io.alchemy.sql.Condition;
import io.alchemy.sql.From;
import io.alchemy.sql.Sql;
import io.alchemy.sql.node.Comparison;
import io.alchemy.sql.node.Operator;
import io.alchemy.sql.node.Relocated;
import io.alchemy.sql.node.TableAlias;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A join that a relationship is made of: the only one, or through a link table one of two.
 *
 * @param right what is joined: a table, or where there is only one join a link table and its target, joined to each other first
 * @param on the condition
 */
public record RelationshipJoin(From right, Condition on) {
  /**
   * The target as the right side of any join.
   *
   * @param near where the owner's columns are read from
   * @param far the alias of the target, and a reason to alias a link table too; null for the tables themselves
   * @param criterion what ON says beyond the relationship
   */
  private static RelationshipJoin of(
      RelationshipProperty relationship,
      ColumnSource near,
      @Nullable Alias far,
      @Nullable Condition criterion) {
    From target = target(relationship, far);
    From link = link(relationship, far);
    if (link == null) {
      List<Condition> on = equal(near, ColumnSource.of(far), relationship.pairs());
      return new RelationshipJoin(target, narrowed(on, relationship, far, criterion));
    }
    List<Condition> on = equal(near, source(link), relationship.pairs());
    return new RelationshipJoin(
        link.join(target, and(toTarget(relationship, link, far))),
        narrowed(on, relationship, far, criterion));
  }

  /**
   * {@code left JOIN target ON …}, in a chain: {@code left JOIN link ON … JOIN target ON …}. A join in parentheses
   * gives the same rows by the same plan, but SQLite (3.40) takes 5 µs longer to prepare it.
   */
  static From inner(
      From left,
      RelationshipProperty relationship,
      ColumnSource near,
      @Nullable Alias far,
      @Nullable Condition criterion) {
    From link = link(relationship, far);
    if (link == null) {
      RelationshipJoin join = of(relationship, near, far, criterion);
      return left.join(join.right(), join.on());
    }
    List<Condition> on = toTarget(relationship, link, far);
    return left.join(link, on(near, source(link), relationship.pairs()))
        .join(target(relationship, far), narrowed(on, relationship, far, criterion));
  }

  /**
   * The outer joins, one after the other, that give an owner's row for each of its members, and at least one. A foreign key that was
   * declared is taken to hold.
   */
  static List<RelationshipJoin> outer(
      RelationshipProperty relationship,
      ColumnSource near,
      @Nullable Alias far,
      @Nullable Condition criterion) {
    return everyLinkLeadsToAMember(relationship)
        ? loading(relationship, near, far, criterion)
        : List.of(of(relationship, near, far, criterion));
  }

  /**
   * The same for a loader, to whom a row whose link leads nowhere is like that of an owner without members. A link table and its target
   * are joined each by itself, unless more is asked of the target: SQLite (3.53) goes through the whole of a join that is in parentheses,
   * which took 25 ms for the tags of 100 pages of 10,000, in place of 0.1.
   */
  public static List<RelationshipJoin> loading(
      RelationshipProperty relationship,
      ColumnSource near,
      @Nullable Alias far,
      @Nullable Condition criterion) {
    From link = link(relationship, far);
    if (link == null || criterion != null || relationship.criterion() != null) {
      return List.of(of(relationship, near, far, criterion));
    }
    return List.of(
        new RelationshipJoin(link, on(near, source(link), relationship.pairs())),
        new RelationshipJoin(target(relationship, far), and(toTarget(relationship, link, far))));
  }

  /** By a foreign key that may not be NULL. */
  private static boolean everyLinkLeadsToAMember(RelationshipProperty relationship) {
    List<Column<?>> links =
        relationship.secondaryPairs().stream().<Column<?>>map(ColumnPair::near).toList();
    List<Column<?>> members =
        relationship.secondaryPairs().stream().<Column<?>>map(ColumnPair::far).toList();
    Table link = relationship.secondary();
    return link != null
        && links.stream().noneMatch(Column::isNullable)
        && link.foreignKeys().stream()
            .anyMatch(key -> key.columns().equals(links) && key.targetColumns().equals(members));
  }

  private static From target(RelationshipProperty relationship, @Nullable Alias far) {
    return far == null ? relationship.target().table() : far;
  }

  private static @Nullable From link(RelationshipProperty relationship, @Nullable Alias far) {
    return far == null || relationship.secondary() == null
        ? relationship.secondary()
        : TableAlias.anonymous(relationship.secondary());
  }

  private static ColumnSource source(From link) {
    return ColumnSource.of(link instanceof Alias alias ? alias : null);
  }

  private static List<Condition> toTarget(
      RelationshipProperty relationship, From link, @Nullable Alias far) {
    return equal(source(link), ColumnSource.of(far), relationship.secondaryPairs());
  }

  /** {@code on}, and what the relationship and the statement ask of its target besides. */
  private static Condition narrowed(
      List<Condition> on,
      RelationshipProperty relationship,
      @Nullable Alias far,
      @Nullable Condition criterion) {
    if (relationship.criterion() != null) {
      on.add(about(relationship, relationship.criterion(), far));
    }
    if (criterion != null) {
      on.add(criterion);
    }
    return and(on);
  }

  /** A condition about the relationship's target, read of its alias if it has one. */
  public static Condition about(
      RelationshipProperty relationship, Condition condition, @Nullable Alias far) {
    return far == null
        ? condition
        : new Relocated(condition, relationship.target().table(), far);
  }

  /** The condition that equates the pairs. */
  public static Condition on(ColumnSource near, ColumnSource far, List<ColumnPair> pairs) {
    return and(equal(near, far, pairs));
  }

  /** The conditions that equate the pairs. */
  static List<Condition> equal(ColumnSource near, ColumnSource far, List<ColumnPair> pairs) {
    List<Condition> all = new ArrayList<>(pairs.size() + 2);
    for (ColumnPair pair : pairs) {
      all.add(new Comparison(Operator.EQUAL, far.at(pair.far()), near.at(pair.near())));
    }
    return all;
  }

  static Condition and(List<Condition> conditions) {
    return conditions.size() == 1 ? conditions.get(0) : Sql.and(conditions);
  }
}

package io.alchemy.orm.mapping;

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
 * The SQL join of a relationship.
 *
 * @param right what is joined; a link table and its target are joined to each other first
 * @param on the condition
 */
public record RelationshipJoin(From right, Condition on) {
  /**
   * @param near where the owner's columns are read from
   * @param far the alias of the target, and a reason to alias a link table too; null for the tables themselves
   * @param criterion what ON says beyond the relationship
   */
  public static RelationshipJoin of(
      RelationshipProperty relationship,
      ColumnSource near,
      @Nullable Alias far,
      @Nullable Condition criterion) {
    From target = far == null ? relationship.target().table() : far;
    ColumnSource targetColumns = ColumnSource.of(far);
    List<Condition> on;
    From right;
    if (relationship.secondary() == null) {
      on = equal(near, targetColumns, relationship.pairs());
      right = target;
    } else {
      Alias link = far == null ? null : TableAlias.anonymous(relationship.secondary());
      ColumnSource linkColumns = ColumnSource.of(link);
      on = equal(near, linkColumns, relationship.pairs());
      right = (link == null ? relationship.secondary() : link)
          .join(target, and(equal(linkColumns, targetColumns, relationship.secondaryPairs())));
    }
    if (relationship.criterion() != null) {
      on.add(about(relationship, relationship.criterion(), far));
    }
    if (criterion != null) {
      on.add(criterion);
    }
    return new RelationshipJoin(right, and(on));
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

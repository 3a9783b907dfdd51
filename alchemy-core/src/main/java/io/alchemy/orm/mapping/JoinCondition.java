package io.alchemy.orm.mapping;

import io.alchemy.schema.Column;
import io.alchemy.schema.Table;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Sql;
import io.alchemy.sql.node.Comparison;
import io.alchemy.sql.node.Junction;
import io.alchemy.sql.node.Operator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A join condition taken apart: the columns that it equates, and what else it says. */
record JoinCondition(List<ColumnPair> equalities, @Nullable Condition rest) {
  static JoinCondition of(ColumnResolver columns, @Nullable Condition condition) {
    List<ColumnPair> equalities = new ArrayList<>();
    List<Condition> rest = new ArrayList<>();
    for (Condition part : parts(condition)) {
      Column<?> left = null;
      Column<?> right = null;
      if (part instanceof Comparison comparison && comparison.operator() == Operator.EQUAL) {
        left = columns.column(comparison.left());
        right = columns.column(comparison.right());
      }
      if (left != null && right != null) {
        equalities.add(new ColumnPair(left, right));
      } else {
        rest.add(part);
      }
    }
    return new JoinCondition(equalities, rest.isEmpty() ? null : Sql.and(rest));
  }

  private static List<Condition> parts(@Nullable Condition condition) {
    if (condition == null) {
      return List.of();
    }
    return condition instanceof Junction junction && junction.isConjunction()
        ? junction.conditions()
        : List.of(condition);
  }

  /** The equalities with the columns of {@code table} on the near side; those of other tables are left out. */
  List<ColumnPair> from(Table table) {
    List<ColumnPair> found = new ArrayList<>();
    for (ColumnPair pair : equalities) {
      if (pair.near().table() == table) {
        found.add(pair);
      } else if (pair.far().table() == table) {
        found.add(new ColumnPair(pair.far(), pair.near()));
      }
    }
    return found;
  }

  static @Nullable Condition both(@Nullable Condition one, @Nullable Condition other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Sql.and(one, other);
  }
}

package io.alchemy.orm.mapping;

import io.alchemy.schema.Column;
import io.alchemy.schema.Table;
import io.alchemy.sql.Ordering;
import io.alchemy.sql.node.AliasColumn;
import io.alchemy.sql.node.EntityExpression;
import io.alchemy.sql.node.Node;
import io.alchemy.sql.node.Ordered;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks that the columns which a relationship names can be read, and compared, wherever it loads. */
final class RelationshipColumns {
  private final Map<Class<?>, Mapper<?>> mappers;
  private final ColumnResolver columns;
  private final Problems problems;

  RelationshipColumns(Map<Class<?>, Mapper<?>> mappers, ColumnResolver columns, Problems problems) {
    this.mappers = mappers;
    this.columns = columns;
    this.problems = problems;
  }

  void check(String name, Mapper<?> target, RelationshipDeclaration declared, @Nullable Join join) {
    checkOrder(name, target, declared.orderBy(), join == null ? null : join.secondary());
    if (declared.secondary() == null && declared.secondaryJoin() != null) {
      problems.add(
          name + " says secondaryJoin(…), but goes through no link table",
          "Name the table with secondary(…), or remove secondaryJoin(…)");
    }
    if (join == null) {
      return;
    }
    checkTypes(name, join.pairs());
    checkTypes(name, join.secondaryPairs());
    if (join.criterion() != null) {
      checkCriterion(name, target, declared, join);
    }
  }

  /** Keys are compared in memory too, where an Integer never equals a Long. */
  private void checkTypes(String name, List<ColumnPair> pairs) {
    for (ColumnPair pair : pairs) {
      Class<?> near = pair.near().type().javaType();
      Class<?> far = pair.far().type().javaType();
      if (near != far) {
        problems.add(
            name + " equates " + described(pair.near()) + " with " + described(pair.far())
                + ", whose values never equal each other in Java",
            "Give a foreign key the type of the column that it refers to");
      }
    }
  }

  private static String described(Column<?> column) {
    return ForeignKeyPaths.name(column)
        + " ("
        + column.type().name()
        + ", "
        + column.type().javaType().getSimpleName()
        + ")";
  }

  /**
   * What a join condition says beyond the keys is asked of the rows that load; those of the owner are not in that
   * statement. A side that takes its join from the other is such an owner.
   */
  private void checkCriterion(
      String name, Mapper<?> target, RelationshipDeclaration declared, Join join) {
    boolean mirrored = declared.primaryJoin() == null && declared.secondaryJoin() == null;
    for (Object named : named(join.criterion())) {
      Table table = table(name, named);
      if (table == null || table == join.secondary() || (table == target.table() && !mirrored)) {
        continue;
      }
      if (mirrored) {
        problems.add(
            name + " is the other side of a relationship whose primaryJoin has a condition on "
                + named + ", which cannot be asked when " + name + " loads",
            "Let that relationship have no other side, and be viewOnly(); declare "
                + name
                + " by itself, with the foreign key alone");
      } else {
        problems.add(
            name + " has a condition on " + named
                + " in its join, but only columns of " + target.table().name()
                + (join.secondary() == null ? "" : " and of " + join.secondary().name())
                + " can be asked when it loads",
            "Keep to those, or ask for the rest where you query");
      }
    }
  }

  private void checkOrder(
      String name, Mapper<?> target, List<Ordering> order, @Nullable Table link) {
    for (Ordering element : order) {
      for (Object named : named(Ordered.of(element).expression())) {
        Table table = table(name, named);
        if (table != null && table != target.table() && table != link) {
          problems.add(
              name + " is ordered by " + named + ", which is not of "
                  + target.table().name(),
              "Order by columns of " + target.table().name() + ", or of the link table");
        }
      }
    }
  }

  /** The table of a column or attribute; null, and a problem, where it has none. */
  private @Nullable Table table(String name, Object named) {
    Column<?> column = columns.column(named);
    if (column == null) {
      problems.add(
          name + " names " + named + ", which is no column of a table and no column attribute",
          named instanceof AttributeReference<?> attribute && mappers.containsKey(attribute.owner())
              ? "Name an attribute that is kept in a column: "
                  + mappers.get(attribute.owner()).columns().stream()
                      .map(ColumnProperty::key)
                      .collect(Collectors.joining(", "))
              : "Name columns of the mapped tables themselves, or attributes kept in them");
      return null;
    }
    return column.table();
  }

  /** The columns and attributes in an expression, its subqueries left aside. */
  private static Set<Object> named(@Nullable Object expression) {
    Set<Object> found = new LinkedHashSet<>();
    add(expression, found);
    return found;
  }

  private static void add(@Nullable Object part, Set<Object> found) {
    if (part instanceof Column<?> || part instanceof AttributeReference<?>) {
      found.add(part);
    } else if (part instanceof AliasColumn<?>) {
      found.add(part);
    } else if (part instanceof Node node && !(part instanceof EntityExpression<?>)) {
      node.parts().forEach(inner -> add(inner, found));
    }
  }
}

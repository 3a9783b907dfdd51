package io.alchemy.compile;

import io.alchemy.sql.Expression;
import io.alchemy.sql.node.AliasColumn;
import io.alchemy.sql.node.BindValue;
import io.alchemy.sql.node.EntityExpression;
import io.alchemy.sql.node.Node;
import io.alchemy.sql.node.OutputColumn;
import io.alchemy.sql.node.ScalarSelect;
import io.alchemy.sql.node.SelectSpec;
import io.alchemy.types.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The types of expressions that were built before a registry could say what their attributes are. */
final class ExpressionTypes {
  private ExpressionTypes() {}

  static @Nullable SqlType<?> of(Expression<?> expression, @Nullable Entities entities) {
    SqlType<?> type = expression.type();
    if (type != null || expression instanceof BindValue<?>) {
      return type;
    }
    if (expression instanceof EntityExpression<?>) {
      return entities == null ? null : of(entities.resolve(expression), entities);
    }
    if (expression instanceof AliasColumn<?> column) {
      return of(column.column(), entities);
    }
    if (expression instanceof OutputColumn<?> column) {
      return output(column.source().select().spec(), column.position(), entities);
    }
    if (expression instanceof ScalarSelect<?> scalar) {
      return output(scalar.select().spec(), 0, entities);
    }
    if (expression instanceof Node node) {
      return ofParts(node, entities);
    }
    return null;
  }

  private static @Nullable SqlType<?> output(
      SelectSpec spec, int position, @Nullable Entities entities) {
    List<? extends Expression<?>> outputs = spec.outputs();
    return position < outputs.size() ? of(outputs.get(position), entities) : null;
  }

  /** A label, a sum, a maximum, a choice: typed as the first of their values whose type is known. */
  private static @Nullable SqlType<?> ofParts(Node node, @Nullable Entities entities) {
    for (Object part : node.parts()) {
      if (part instanceof Expression<?> inner && !(part instanceof io.alchemy.sql.Condition)) {
        SqlType<?> type = of(inner, entities);
        if (type != null) {
          return type;
        }
      }
    }
    return null;
  }
}

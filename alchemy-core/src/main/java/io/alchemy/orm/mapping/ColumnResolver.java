package io.alchemy.orm.mapping;

import io.alchemy.schema.Column;
import io.alchemy.sql.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Columns named in a mapping, as themselves or by the attributes that they keep. */
final class ColumnResolver {
  private final Map<Class<?>, Mapper<?>> mappers;
  private final Problems problems;

  ColumnResolver(Map<Class<?>, Mapper<?>> mappers, Problems problems) {
    this.mappers = mappers;
    this.problems = problems;
  }

  /** The column; null where the expression is none. */
  @Nullable
  Column<?> column(Object expression) {
    if (expression instanceof Column<?> column) {
      return column;
    }
    if (expression instanceof AttributeReference<?> attribute && attribute.from() == null) {
      Mapper<?> mapper = mappers.get(attribute.owner());
      if (mapper != null && mapper.property(attribute.key()) instanceof ColumnProperty property) {
        return property.column();
      }
    }
    return null;
  }

  List<Column<?>> resolve(List<? extends Expression<?>> expressions) {
    List<Column<?>> found = new ArrayList<>();
    for (Expression<?> expression : expressions) {
      Column<?> column = column(expression);
      if (column == null) {
        problems.add(
            expression + " stands for no column",
            "Give foreignKeys(…) and remoteSide(…) columns of tables, or attributes kept in columns");
      } else {
        found.add(column);
      }
    }
    return found;
  }
}

package io.alchemy.compile;

import io.alchemy.error.CompileException;
import io.alchemy.schema.Column;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Text;
import io.alchemy.sql.node.BindValue;
import io.alchemy.sql.node.CurrentTimestamp;
import io.alchemy.sql.node.LiteralSql;
import io.alchemy.types.SqlType;
import io.alchemy.types.Types;

/** Writes expressions inside DDL: columns without their table, values as literals. */
final class DdlExpressions {
  private DdlExpressions() {}

  static boolean isLiteral(Expression<?> expression) {
    return expression instanceof BindValue<?>;
  }

  static String write(Expression<?> expression, SqlDialect dialect) {
    if (expression instanceof Column<?> column) {
      return dialect.identifier(column.name());
    }
    if (expression instanceof BindValue<?> bind) {
      return literal(bind, dialect);
    }
    if (expression instanceof LiteralSql<?> literal) {
      return literal.sql();
    }
    if (expression instanceof CurrentTimestamp) {
      return "CURRENT_TIMESTAMP";
    }
    if (expression instanceof Text text && text.binds().isEmpty()) {
      return text.sql();
    }
    throw new CompileException(
        "In DDL an expression is a column, a value, or SQL by literalColumn(…) or text(…): "
            + expression);
  }

  @SuppressWarnings("unchecked")
  private static <T> String literal(BindValue<T> bind, SqlDialect dialect) {
    T value = bind.value();
    if (value == null) {
      return "NULL";
    }
    SqlType<T> type = bind.type() == null ? Types.typeOf(value) : bind.type();
    return type.literal(dialect, value);
  }
}

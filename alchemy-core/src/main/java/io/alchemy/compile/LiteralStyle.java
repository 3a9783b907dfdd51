package io.alchemy.compile;

import io.alchemy.error.CompileException;
import io.alchemy.schema.DefaultGenerator;
import io.alchemy.sql.node.BindList;
import io.alchemy.sql.node.BindValue;
import io.alchemy.types.SqlType;
import org.jspecify.annotations.Nullable;

/** Values written out, for DDL, which takes no placeholders. A type without a literal form is refused. */
final class LiteralStyle implements BindStyle {
  private final SqlDialect dialect;

  LiteralStyle(SqlDialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public void value(
      SqlText to, BindValue<?> bind, @Nullable SqlType<?> type, @Nullable String name) {
    to.append(literal(bind.value(), type));
  }

  @Override
  public void list(SqlText to, BindList list, @Nullable SqlType<?> type, @Nullable String name) {
    if (list.values().isEmpty()) {
      to.append(dialect.emptyList(type));
    }
    for (int i = 0; i < list.values().size(); i++) {
      to.append(i == 0 ? "" : ", ").append(literal(list.values().get(i), type));
    }
  }

  @SuppressWarnings("unchecked") // the type converts what it does not know
  private String literal(@Nullable Object value, @Nullable SqlType<?> type) {
    if (value == null) {
      return "NULL";
    }
    SqlType<Object> known =
        type == null ? io.alchemy.types.Types.typeOf(value) : (SqlType<Object>) type;
    Object converted = known.convert(value);
    return converted == null ? "NULL" : known.literal(dialect, converted);
  }

  @Override
  public void array(SqlText to, BindList list, SqlType<?> arrayType) {
    list(to, list, null, null);
  }

  @Override
  public void parameter(SqlText to, String name, @Nullable SqlType<?> type) {
    throw new CompileException(
        "the parameter :" + name + " cannot be part of DDL, which is run without parameters");
  }

  @Override
  public void generated(SqlText to, DefaultGenerator<?> generator, SqlType<?> type, String name) {
    throw new CompileException("a client default cannot be part of DDL: " + name);
  }

  @Override
  public boolean isExecutable() {
    return false;
  }
}

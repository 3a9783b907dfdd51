package io.alchemy.sql.node;

import io.alchemy.sql.Printer;
import io.alchemy.types.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of an IN list: one bind in the shape, as many placeholders as there are values when it is executed. */
public record BindList(@Nullable SqlType<?> type, List<?> values) implements Node {
  @Override
  public void shape(ShapeWriter to) {
    to.token(BindList.class).bind(this, type, values);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}

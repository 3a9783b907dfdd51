package io.alchemy.sql.node;

import io.alchemy.sql.Expression;
import io.alchemy.sql.Printer;
import io.alchemy.types.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands at a place inside a JSON document.
 *
 * @param path keys (String) and positions (Integer); part of the shape, since databases write them into the text
 */
public record JsonPath<T extends @Nullable Object>(
    Expression<?> document, List<Object> path, Result result, SqlType<T> type)
    implements Expression<T>, Node {
  /** What is asked about the place. */
  public enum Result {
    TEXT,
    VALUE
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(JsonPath.class).token(path).token(result).token(type).child(document);
  }

  @Override
  public List<?> parts() {
    return List.of(document);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}

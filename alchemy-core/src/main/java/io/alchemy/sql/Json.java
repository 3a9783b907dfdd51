package io.alchemy.sql;

import io.alchemy.sql.node.JsonExists;
import io.alchemy.sql.node.JsonPath;
import io.alchemy.sql.node.SelectDraft;
import io.alchemy.types.SqlType;
import io.alchemy.types.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place inside a JSON value. Immutable. */
@CheckReturnValue
public final class Json {
  private final Expression<?> document;
  private final List<Object> path;

  Json(Expression<?> document, List<Object> path) {
    this.document = document;
    this.path = path;
  }

  /** The value of a key. */
  public Json get(String key) {
    return new Json(document, SelectDraft.plus(path, List.of(key)));
  }

  /** The element at a position, counted from 0. */
  public Json get(int index) {
    return new Json(document, SelectDraft.plus(path, List.of(index)));
  }

  /** The value as text, a string without its quotes; null where there is nothing, or JSON's null. */
  public Expression<String> text() {
    return new JsonPath<>(document, path, JsonPath.Result.TEXT, Types.TEXT);
  }

  /** The value as another type. */
  public <T extends @Nullable Object> Expression<T> value(SqlType<T> type) {
    return new JsonPath<>(document, path, JsonPath.Result.VALUE, type);
  }

  /** Whether there is something, JSON's null included. */
  public Condition exists() {
    return new JsonExists(document, path, false);
  }
}

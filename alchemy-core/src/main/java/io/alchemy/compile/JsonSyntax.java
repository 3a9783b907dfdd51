package io.alchemy.compile;

import io.alchemy.types.SqlType;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a database looks into JSON. What it writes about a document is cut where the document stands: pieces of which one more
 * is needed than times that it is mentioned.
 */
public interface JsonSyntax {
  /** The value at {@code path} (keys and positions) as text; true and false as words. */
  List<String> text(List<Object> path);

  /** The value at {@code path} as {@code type}. */
  List<String> value(List<Object> path, SqlType<?> type);

  /** Whether there is anything at {@code path}: a condition that is never null. */
  List<String> exists(List<Object> path);

  /**
   * The query of the elements of the array that is bound as {@code ?}; null where they come out as no values of SQL.
   *
   * @param placeholder what is written around an element, as around a placeholder of its type
   */
  default @Nullable String elements(UnaryOperator<String> placeholder) {
    return null;
  }
}

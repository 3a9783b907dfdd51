package io.alchemy.compile;

import io.alchemy.types.SqlType;
import java.util.List;

/** How a database looks into JSON: what it writes before and after a document. */
public interface JsonSyntax {
  /** The text around a document. */
  record Around(String before, String after) {}

  /** The value at {@code path} (keys and positions) as text. */
  Around text(List<Object> path);

  /** The value at {@code path} as {@code type}. */
  Around value(List<Object> path, SqlType<?> type);

  /** Whether there is anything at {@code path}: a condition that is never null. */
  Around exists(List<Object> path);

  /** A column's value as text that {@link SqlType#ofText} reads back without loss. */
  String element(String column, SqlType<?> type);

  /** The function that makes an array of its arguments. */
  String arrayFunction();

  /** What makes one array of the arrays of all rows, empty for none. */
  Around arrayOfRows();
}

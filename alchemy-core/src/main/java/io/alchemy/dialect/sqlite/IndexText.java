package io.alchemy.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;

/** Reads the elements of {@code CREATE INDEX name ON table (a, lower(b))}. */
final class IndexText {
  private IndexText() {}

  /** The elements as they are written; parentheses and quotes are kept together. */
  static List<String> elements(String createIndex) {
    List<String> elements = new ArrayList<>();
    StringBuilder element = new StringBuilder();
    int depth = 0;
    char quote = 0;
    for (char c : createIndex.toCharArray()) {
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"' || c == '`') {
        quote = c;
      } else if (c == ')' && --depth == 0) {
        break;
      } else if (c == '(' && depth++ == 0) {
        element.setLength(0);
        continue;
      } else if (c == ',' && depth == 1) {
        elements.add(element.toString().trim());
        element.setLength(0);
        continue;
      }
      element.append(c);
    }
    elements.add(element.toString().trim());
    return elements;
  }
}

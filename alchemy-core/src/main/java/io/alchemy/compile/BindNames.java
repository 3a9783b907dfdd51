package io.alchemy.compile;

import io.alchemy.sql.Expression;
import io.alchemy.sql.node.OutputName;
import org.jspecify.annotations.Nullable;

/** What a bind is called in printed SQL: after the column that it is compared with or written to. */
final class BindNames {
  private BindNames() {}

  static @Nullable String of(Expression<?> beside) {
    String name = OutputName.of(beside);
    if (name == null) {
      return null;
    }
    if (isPlain(name)) {
      return name;
    }
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      plain.append(isPlain(c) ? c : '_');
    }
    return plain.toString();
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (!isPlain(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}

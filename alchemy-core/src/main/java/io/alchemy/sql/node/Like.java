package io.alchemy.sql.node;

import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Printer;
import java.util.List;

/**
 * {@code text LIKE pattern}.
 *
 * @param escaped whether the pattern was made here, with {@link #ESCAPE} before what would match anything
 */
public record Like(
    Expression<?> text, Expression<?> pattern, boolean ignoreCase, boolean escaped, boolean negated)
    implements Condition, Node {
  /** A character that is special neither in patterns nor in string literals of any database. */
  public static final char ESCAPE = '!';

  /** {@code part} as a pattern that matches just it. */
  public static String escape(String part) {
    StringBuilder escaped = new StringBuilder(part.length() + 8);
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == '%' || c == '_' || c == ESCAPE) {
        escaped.append(ESCAPE);
      }
      escaped.append(c);
    }
    return escaped.toString();
  }

  @Override
  public Condition not() {
    return new Like(text, pattern, ignoreCase, escaped, !negated);
  }

  @Override
  public void shape(ShapeWriter to) {
    int kind = (ignoreCase ? 1 : 0) | (escaped ? 2 : 0) | (negated ? 4 : 0);
    to.token(Like.class).token(kind).child(text).child(pattern);
  }

  @Override
  public List<?> parts() {
    return List.of(text, pattern);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}

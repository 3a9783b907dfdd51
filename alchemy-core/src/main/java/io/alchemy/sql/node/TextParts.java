package io.alchemy.sql.node;

import java.util.ArrayList;
import java.util.List;

/**
 * Text cut at its {@code :names}: {@code pieces} has one element more than {@code names}. Quotes, comments, PostgreSQL's
 * casts and dollar quotes are passed over.
 */
public record TextParts(List<String> pieces, List<String> names) {
  public static TextParts of(String sql) {
    return new Scanner(sql).scan();
  }

  private static final class Scanner {
    private final String sql;
    private final List<String> pieces = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final StringBuilder piece = new StringBuilder();
    private int at;

    Scanner(String sql) {
      this.sql = sql;
    }

    TextParts scan() {
      while (at < sql.length()) {
        char c = sql.charAt(at);
        if (c == '\'' || c == '"' || c == '`') {
          take(after(String.valueOf(c), at + 1));
        } else if (sql.startsWith("--", at)) {
          take(after("\n", at + 2));
        } else if (sql.startsWith("/*", at)) {
          take(after("*/", at + 2));
        } else if (c == '$') {
          take(dollarQuoteEnd());
        } else if (sql.startsWith("::", at)) {
          take(at + 2);
        } else if (sql.startsWith("\\:", at)) {
          piece.append(':');
          at += 2;
        } else if (c == ':' && at + 1 < sql.length() && startsName(sql.charAt(at + 1))) {
          name();
        } else {
          take(at + 1);
        }
      }
      pieces.add(piece.toString());
      return new TextParts(List.copyOf(pieces), List.copyOf(names));
    }

    private void take(int end) {
      piece.append(sql, at, end);
      at = end;
    }

    private int after(String mark, int from) {
      int found = sql.indexOf(mark, from);
      return found < 0 ? sql.length() : found + mark.length();
    }

    /** The end of {@code $tag$…$tag$}, or of the lone {@code $}. */
    private int dollarQuoteEnd() {
      int end = at + 1;
      while (end < sql.length()
          && Character.isJavaIdentifierPart(sql.charAt(end))
          && sql.charAt(end) != '$') {
        end++;
      }
      if (end == sql.length() || sql.charAt(end) != '$') {
        return at + 1;
      }
      if (at > 0 && Character.isLetterOrDigit(sql.charAt(at - 1))) {
        return at + 1;
      }
      return after(sql.substring(at, end + 1), end + 1);
    }

    private void name() {
      int end = at + 1;
      while (end < sql.length() && continuesName(sql.charAt(end))) {
        end++;
      }
      pieces.add(piece.toString());
      piece.setLength(0);
      names.add(sql.substring(at + 1, end));
      at = end;
    }

    private static boolean startsName(char c) {
      return Character.isLetter(c) || c == '_';
    }

    private static boolean continuesName(char c) {
      return Character.isLetterOrDigit(c) || c == '_';
    }
  }
}

package io.alchemy.engine.execution;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What raw SQL is going to do, as far as its words tell; where they do not tell, it is taken to write. */
public final class StatementText {
  private static final Set<String> READING =
      Set.of("SELECT", "VALUES", "TABLE", "EXPLAIN", "SHOW", "PRAGMA", "DESCRIBE", "DESC");
  private static final Pattern LEADING_NOISE =
      Pattern.compile("^(?:\\s|\\(|--[^\\n]*(?:\\n|$)|/\\*(?s:.*?)\\*/)+");
  private static final Pattern CHANGING_WORD =
      Pattern.compile("\\b(?:INSERT|UPDATE|DELETE|MERGE)\\b", Pattern.CASE_INSENSITIVE);

  /** The standard's way to have changed rows back, as H2 has it: {@code SELECT … FROM FINAL TABLE (INSERT …)}. */
  private static final Pattern CHANGED_TABLE =
      Pattern.compile("\\b(?:OLD|NEW|FINAL)\\s+TABLE\\s*\\(", Pattern.CASE_INSENSITIVE);

  private StatementText() {}

  /** Whether {@code sql} may write. {@code SELECT … FOR UPDATE} does not: it locks. */
  public static boolean writes(String sql) {
    String text = LEADING_NOISE.matcher(sql).replaceFirst("");
    String first = firstWord(text);
    if (first.equals("WITH")) {
      return CHANGING_WORD.matcher(text).find();
    }
    if (first.equals("SELECT") && CHANGED_TABLE.matcher(text).find()) {
      return true;
    }
    return !READING.contains(first);
  }

  private static String firstWord(String text) {
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end).toUpperCase(Locale.ROOT);
  }
}

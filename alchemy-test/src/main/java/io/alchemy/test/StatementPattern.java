package io.alchemy.test;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Compares SQL with what a test expects: {@code …} stands for anything, white space counts as one blank. */
final class StatementPattern {
  private StatementPattern() {}

  static boolean matches(String expected, String sql) {
    List<String> literal = new ArrayList<>();
    for (String part : oneBlank(expected).split("…", -1)) {
      literal.add(Pattern.quote(part));
    }
    return Pattern.compile(String.join(".*", literal), Pattern.DOTALL)
        .matcher(oneBlank(sql))
        .matches();
  }

  private static String oneBlank(String sql) {
    return sql.strip().replaceAll("\\s+", " ");
  }
}

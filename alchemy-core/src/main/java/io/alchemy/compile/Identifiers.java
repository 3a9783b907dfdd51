package io.alchemy.compile;

import io.alchemy.error.CompileException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * How names are written in SQL: as they are where every database then reads that name, else in double quotes. A name in lower
 * case is written bare, so that databases may fold it as they please; a reserved word, a capital or any odd character is
 * quoted. Words that are reserved on one database are quoted on all, so that the SQL reads alike.
 */
public final class Identifiers {
  /** What PostgreSQL 18, SQLite 3.54 and H2 2.4 do not take as the name of a table or a column. */
  private static final Set<String> RESERVED =
      new HashSet<>(Arrays.asList("""
          add all alter analyse analyze and any array as asc asymmetric authorization autoincrement
          between binary both case cast check collate collation column commit concurrently constraint
          create cross current_catalog current_date current_path current_role current_schema current_time
          current_timestamp current_user day default deferrable delete desc distinct do drop else end escape
          except exists false fetch for foreign freeze from full grant group groups having hour if ilike in index
          indexed initially inner insert intersect interval into is isnull join key lateral leading left like limit
          localtime localtimestamp minus minute month natural not nothing notnull null offset on only or order outer over overlaps
          partition placing primary qualify raise range references regexp returning right row rownum rows
          second select session_user set similar some symmetric
          system_user table tablesample then to top trailing transaction true uescape union unknown unique update user using
          value values variadic verbose when where window with
          year _rowid_
          """.trim().split("\\s+")));

  private Identifiers() {}

  /** The name as it stands in SQL. */
  public static String quote(String name) {
    return isBare(name) ? name : quoted(name);
  }

  private static boolean isBare(String name) {
    if (name.isEmpty() || !isLetter(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isLetter(c) && (c < '0' || c > '9')) {
        return false;
      }
    }
    return !RESERVED.contains(name);
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c == '_';
  }

  private static String quoted(String name) {
    if (name.isEmpty() || name.indexOf('\0') >= 0) {
      throw new CompileException(
          name.isEmpty() ? "A name in SQL cannot be empty" : "A name in SQL cannot hold NUL");
    }
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}

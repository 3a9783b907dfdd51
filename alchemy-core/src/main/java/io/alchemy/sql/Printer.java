package io.alchemy.sql;

import java.util.ServiceLoader;

/**
 * Writes statements and their parts for people: SQL with {@code :named} binds. Found through the service loader, since
 * whoever writes SQL stands above the statements.
 */
public interface Printer {
  /** The SQL of a statement or of a part of one. */
  String print(Object part);

  /** What {@code toString()} of every statement and expression gives. */
  static String sql(Object part) {
    return Loaded.PRINTER.print(part);
  }

  /** Loads the printer once, when something is first printed. */
  final class Loaded {
    private static final Printer PRINTER = ServiceLoader.load(
            Printer.class, Printer.class.getClassLoader())
        .findFirst()
        .orElse(part -> part.getClass().getSimpleName());

    private Loaded() {}
  }
}

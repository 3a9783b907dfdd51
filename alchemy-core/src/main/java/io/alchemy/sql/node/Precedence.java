package io.alchemy.sql.node;

/**
 * How tightly expressions bind, loosest first. Where databases differ (SQLite binds {@code ||} tighter than {@code *},
 * PostgreSQL looser than {@code +}; SQLite ranks comparisons among themselves, PostgreSQL in another order), the
 * levels are merged and parentheses are written, so that one text means the same everywhere.
 */
public enum Precedence {
  OR,
  AND,
  NOT,
  /** Every predicate: {@code = < LIKE IN BETWEEN IS}. Never one inside another without parentheses. */
  COMPARISON,
  /** {@code ||} and operators by name. */
  OTHER,
  SUM,
  PRODUCT,
  PREFIX,
  ATOM
}

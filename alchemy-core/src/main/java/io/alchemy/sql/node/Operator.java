package io.alchemy.sql.node;

import io.alchemy.types.TypeFamily;
import java.util.EnumSet;
import java.util.Set;

/** An operator of two operands: how it is written, how tightly it binds, and the types that have it. */
public enum Operator {
  EQUAL("=", Precedence.COMPARISON, all(), ""),
  NOT_EQUAL("<>", Precedence.COMPARISON, all(), ""),
  LESS("<", Precedence.COMPARISON, ordered(), ""),
  LESS_OR_EQUAL("<=", Precedence.COMPARISON, ordered(), ""),
  GREATER(">", Precedence.COMPARISON, ordered(), ""),
  GREATER_OR_EQUAL(">=", Precedence.COMPARISON, ordered(), ""),
  DISTINCT("IS DISTINCT FROM", Precedence.COMPARISON, all(), ""),
  NOT_DISTINCT("IS NOT DISTINCT FROM", Precedence.COMPARISON, all(), ""),
  BETWEEN("BETWEEN", Precedence.COMPARISON, ordered(), ""),
  IN("IN", Precedence.COMPARISON, all(), ""),
  LIKE("LIKE", Precedence.COMPARISON, EnumSet.of(TypeFamily.TEXT, TypeFamily.OTHER), castToText()),
  ILIKE(
      "ILIKE", Precedence.COMPARISON, EnumSet.of(TypeFamily.TEXT, TypeFamily.OTHER), castToText()),
  COLLATE(
      "COLLATE", Precedence.PREFIX, EnumSet.of(TypeFamily.TEXT, TypeFamily.OTHER), castToText()),
  PLUS("+", Precedence.SUM, numbers(), arithmetic()),
  MINUS("-", Precedence.SUM, numbers(), arithmetic()),
  TIMES("*", Precedence.PRODUCT, numbers(), arithmetic()),
  DIVIDED_BY("/", Precedence.PRODUCT, numbers(), arithmetic());

  private final String sql;
  private final Precedence precedence;
  private final Set<TypeFamily> families;
  private final String cure;

  Operator(String sql, Precedence precedence, Set<TypeFamily> families, String cure) {
    this.sql = sql;
    this.precedence = precedence;
    this.families = families;
    this.cure = cure;
  }

  public String sql() {
    return sql;
  }

  public Precedence precedence() {
    return precedence;
  }

  /** Whether expressions of {@code family} have it. */
  public boolean accepts(TypeFamily family) {
    return families.contains(family);
  }

  /** What to do instead, for the message of a refusal. */
  public String cure() {
    return cure;
  }

  /** Whether {@code (a op b) op c} is {@code a op (b op c)}. */
  public boolean isAssociative() {
    return this == PLUS || this == TIMES;
  }

  /** The operator that is true exactly where this one is false; null stays null in both. */
  public Operator negated() {
    return switch (this) {
      case EQUAL -> NOT_EQUAL;
      case NOT_EQUAL -> EQUAL;
      case LESS -> GREATER_OR_EQUAL;
      case LESS_OR_EQUAL -> GREATER;
      case GREATER -> LESS_OR_EQUAL;
      case GREATER_OR_EQUAL -> LESS;
      case DISTINCT -> NOT_DISTINCT;
      case NOT_DISTINCT -> DISTINCT;
      default -> throw new IllegalStateException(this + " has no opposite");
    };
  }

  private static Set<TypeFamily> all() {
    return EnumSet.allOf(TypeFamily.class);
  }

  private static Set<TypeFamily> ordered() {
    return EnumSet.complementOf(EnumSet.of(TypeFamily.JSON));
  }

  private static Set<TypeFamily> numbers() {
    return EnumSet.of(TypeFamily.NUMBER, TypeFamily.OTHER);
  }

  private static String castToText() {
    return "; cast(…) it to a text type first";
  }

  private static String arithmetic() {
    return "; concat(…) joins texts, and func(…) or op(…) reach what the database has beside";
  }
}

package io.alchemy.compile;

import io.alchemy.sql.From;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The row sources whose columns can be written at a place: those of the statement's own FROM, then those of the statements
 * around it.
 */
final class Scope {
  private final @Nullable Scope outer;
  private final List<From> sources;
  private final boolean qualified;

  private Scope(@Nullable Scope outer, List<From> sources, boolean qualified) {
    this.outer = outer;
    this.sources = new ArrayList<>(sources);
    this.qualified = qualified;
  }

  static Scope of(@Nullable Scope outer, List<From> sources) {
    return new Scope(outer, sources, true);
  }

  /** One source whose columns are written without its name, as RETURNING has it. */
  static Scope bare(From source) {
    return new Scope(null, List.of(source), false);
  }

  @Nullable
  Scope outer() {
    return outer;
  }

  List<From> sources() {
    return sources;
  }

  void add(From source) {
    sources.add(source);
  }

  /** Whether columns carry the names of their sources. */
  boolean isQualified() {
    return qualified;
  }

  /** Whether {@code source} is in this FROM or one around it. */
  boolean sees(From source) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      if (scope.sources.contains(source)) {
        return true;
      }
    }
    return false;
  }

  /** The innermost scope that has {@code source}; null if none does. */
  @Nullable
  Scope of(From source) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      if (scope.sources.contains(source)) {
        return scope;
      }
    }
    return null;
  }
}

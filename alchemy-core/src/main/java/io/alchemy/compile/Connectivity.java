package io.alchemy.compile;

import io.alchemy.error.CompileException;
import io.alchemy.sql.Condition;
import io.alchemy.sql.From;
import io.alchemy.sql.node.Junction;
import io.alchemy.sql.node.SelectAlias;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses a FROM whose elements nothing connects: their product is a mistake, unless crossJoin was written. */
final class Connectivity {
  private Connectivity() {}

  static void require(StatementWriter writer, List<From> elements, @Nullable Condition where) {
    List<Set<From>> groups = new ArrayList<>();
    for (From element : elements) {
      groups.add(new HashSet<>(writer.sources().leaves(element)));
    }
    for (Condition condition : conjuncts(where)) {
      merge(groups, writer.sources().mentionedBy(condition));
    }
    for (From element : elements) {
      if (element instanceof SelectAlias alias && alias.kind() == SelectAlias.Kind.LATERAL) {
        Set<From> connected = new HashSet<>(groups.get(0));
        connected.add(alias);
        merge(groups, connected);
      }
    }
    if (groups.size() > 1) {
      throw new CompileException("FROM has "
          + groups.get(0).stream().map(writer::describe).sorted().toList()
          + " and "
          + groups.get(1).stream().map(writer::describe).sorted().toList()
          + ", and nothing connects them: join(…) them, add a condition between them, or write"
          + " crossJoin(…) if every row is meant to meet every row");
    }
  }

  private static List<Condition> conjuncts(@Nullable Condition where) {
    if (where == null) {
      return List.of();
    }
    return where instanceof Junction junction && junction.isConjunction()
        ? junction.conditions()
        : List.of(where);
  }

  private static void merge(List<Set<From>> groups, Set<From> connected) {
    Set<From> merged = new HashSet<>();
    List<Set<From>> apart = new ArrayList<>();
    for (Set<From> group : groups) {
      boolean touches = group.stream().anyMatch(connected::contains);
      if (touches) {
        merged.addAll(group);
      } else {
        apart.add(group);
      }
    }
    if (!merged.isEmpty()) {
      apart.add(0, merged);
      groups.clear();
      groups.addAll(apart);
    }
  }
}

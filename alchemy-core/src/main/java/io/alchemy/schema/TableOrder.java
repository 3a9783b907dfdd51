package io.alchemy.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Tables in the order of their foreign keys: parents first, ties by name.
 *
 * @param inCycles the foreign keys between tables that refer to each other in circles, which the order cannot respect; a table
 *     that refers to itself is no circle
 */
record TableOrder(List<Table> tables, Set<ForeignKey> inCycles) {

  static TableOrder of(Collection<Table> tables) {
    Set<ForeignKey> edges = edges(tables);
    List<Table> sorted = sort(tables, edges);
    if (sorted.size() == tables.size()) {
      return new TableOrder(sorted, Set.of());
    }
    Set<ForeignKey> cyclic = between(edges);
    edges.removeAll(cyclic);
    return new TableOrder(sort(tables, edges), cyclic);
  }

  private static Set<ForeignKey> edges(Collection<Table> tables) {
    Set<Table> known = Set.copyOf(tables);
    Set<ForeignKey> edges = new LinkedHashSet<>();
    for (Table table : tables) {
      for (ForeignKey key : table.foreignKeys()) {
        if (!key.isSelfReference() && known.contains(key.target())) {
          edges.add(key);
        }
      }
    }
    return edges;
  }

  /** Kahn's algorithm; tables on a cycle, and those that come after one, are left out. */
  private static List<Table> sort(Collection<Table> tables, Set<ForeignKey> edges) {
    Map<Table, Integer> waitingFor = new HashMap<>();
    Map<Table, List<Table>> children = new HashMap<>();
    for (ForeignKey key : edges) {
      waitingFor.merge(key.table(), 1, Integer::sum);
      children.computeIfAbsent(key.target(), parent -> new ArrayList<>()).add(key.table());
    }
    PriorityQueue<Table> ready = new PriorityQueue<>(Comparator.comparing(Table::key));
    for (Table table : tables) {
      if (!waitingFor.containsKey(table)) {
        ready.add(table);
      }
    }
    List<Table> sorted = new ArrayList<>();
    for (Table next = ready.poll(); next != null; next = ready.poll()) {
      sorted.add(next);
      for (Table child : children.getOrDefault(next, List.of())) {
        if (waitingFor.merge(child, -1, Integer::sum) == 0) {
          ready.add(child);
        }
      }
    }
    return sorted;
  }

  /** The foreign keys whose tables can reach each other both ways. */
  private static Set<ForeignKey> between(Set<ForeignKey> edges) {
    Map<Table, Set<Table>> parents = new HashMap<>();
    for (ForeignKey key : edges) {
      parents.computeIfAbsent(key.table(), child -> new LinkedHashSet<>()).add(key.target());
    }
    Set<ForeignKey> cyclic = new LinkedHashSet<>();
    for (ForeignKey key : edges) {
      if (reaches(key.target(), key.table(), parents)) {
        cyclic.add(key);
      }
    }
    return cyclic;
  }

  private static boolean reaches(Table from, Table to, Map<Table, Set<Table>> parents) {
    Set<Table> seen = new LinkedHashSet<>(Set.of(from));
    List<Table> open = new ArrayList<>(seen);
    while (!open.isEmpty()) {
      Table next = open.remove(open.size() - 1);
      if (next == to) {
        return true;
      }
      for (Table parent : parents.getOrDefault(next, Set.of())) {
        if (seen.add(parent)) {
          open.add(parent);
        }
      }
    }
    return false;
  }
}

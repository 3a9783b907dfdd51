package io.alchemy.orm.unitofwork;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The strongly connected components of a small graph, each after those it depends on: Tarjan's algorithm. */
final class Components<N> {
  private final Map<N, Set<N>> graph;
  private final Map<N, Integer> index = new HashMap<>();
  private final Map<N, Integer> low = new HashMap<>();
  private final Deque<N> stack = new ArrayDeque<>();
  private final Set<N> onStack = new LinkedHashSet<>();
  private final List<Set<N>> components = new ArrayList<>();

  private Components(Map<N, Set<N>> graph) {
    this.graph = graph;
  }

  /**
   * @param graph what each node depends on
   * @return components in the order of dependency, and in the graph's own order where that is free
   */
  static <N> List<Set<N>> of(Map<N, Set<N>> graph) {
    Components<N> search = new Components<>(graph);
    for (N node : graph.keySet()) {
      if (!search.index.containsKey(node)) {
        search.visit(node);
      }
    }
    return search.components;
  }

  private void visit(N node) {
    int at = index.size();
    index.put(node, at);
    low.put(node, at);
    stack.push(node);
    onStack.add(node);
    for (N parent : Objects.requireNonNull(graph.get(node))) {
      if (!index.containsKey(parent)) {
        visit(parent);
        low.merge(node, Objects.requireNonNull(low.get(parent)), Math::min);
      } else if (onStack.contains(parent)) {
        low.merge(node, Objects.requireNonNull(index.get(parent)), Math::min);
      }
    }
    if (Objects.requireNonNull(low.get(node)) == at) {
      components.add(pop(node));
    }
  }

  private Set<N> pop(N root) {
    List<N> members = new ArrayList<>();
    N member;
    do {
      member = stack.pop();
      onStack.remove(member);
      members.add(member);
    } while (member != root);
    Map<N, Integer> places = new LinkedHashMap<>();
    graph.keySet().forEach(node -> places.put(node, places.size()));
    members.sort(Comparator.comparing(places::get));
    return new LinkedHashSet<>(members);
  }
}

package io.alchemy.orm.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComponentsTests {
  private final Map<String, Set<String>> graph = new LinkedHashMap<>();

  @Test
  void dependenciesComeFirst() {
    graph.put("comment", Set.of("page"));
    graph.put("page", Set.of("author"));
    graph.put("author", Set.of());

    assertThat(Components.of(graph))
        .isEqualTo(List.of(Set.of("author"), Set.of("page"), Set.of("comment")));
  }

  @Test
  void aCircleIsOneComponent() {
    graph.put("c", Set.of("a"));
    graph.put("a", Set.of("b"));
    graph.put("b", Set.of("a"));

    assertThat(Components.of(graph)).isEqualTo(List.of(Set.of("a", "b"), Set.of("c")));
  }

  @Test
  void whatIsUnrelatedKeepsItsOrder() {
    graph.put("z", Set.of());
    graph.put("a", Set.of());
    graph.put("m", Set.of());

    assertThat(Components.of(graph)).isEqualTo(List.of(Set.of("z"), Set.of("a"), Set.of("m")));
  }
}

package io.alchemy.orm.instrument;

import java.util.List;

/** How a relationship differs from what the last flush left: by identity, in order. */
public record History(List<Object> added, List<Object> unchanged, List<Object> removed) {
  public static final History EMPTY = new History(List.of(), List.of(), List.of());

  public boolean hasChanges() {
    return !added.isEmpty() || !removed.isEmpty();
  }
}

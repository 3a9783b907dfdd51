package io.alchemy.engine.execution;

import io.alchemy.error.ArgumentException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The column names of a result. A name is found as written, else without regard to case; one that stands for two columns is refused. */
final class RowNames {
  private static final int AMBIGUOUS = -2;
  private final List<String> names;
  private final Map<String, Integer> exact = new HashMap<>();
  private final Map<String, Integer> folded = new HashMap<>();

  RowNames(List<String> names) {
    this.names = List.copyOf(names);
    for (int i = 0; i < names.size(); i++) {
      exact.merge(names.get(i), i, (first, second) -> AMBIGUOUS);
      folded.merge(names.get(i).toLowerCase(Locale.ROOT), i, (first, second) -> AMBIGUOUS);
    }
  }

  int indexOf(String name) {
    Integer index = exact.get(name);
    if (index == null) {
      index = folded.get(name.toLowerCase(Locale.ROOT));
    }
    if (index == null) {
      throw new ArgumentException("the row has no column '" + name + "'; it has " + this);
    }
    if (index == AMBIGUOUS) {
      throw new ArgumentException("the row has several columns '"
          + name
          + "'; ask by index, or name them apart with AS: "
          + this);
    }
    return index;
  }

  List<String> list() {
    return names;
  }

  @Override
  public String toString() {
    return String.join(", ", names);
  }
}

package io.alchemy.compile;

import io.alchemy.error.ArgumentException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The column names of a result. A name is found as written, else without regard to case; one that stands for two columns is refused. */
public final class NameIndex {
  private static final int AMBIGUOUS = -1;

  private final List<String> names;
  private final Map<String, Integer> exact = new HashMap<>();
  private final Map<String, Integer> folded = new HashMap<>();

  public NameIndex(List<String> names) {
    this.names = List.copyOf(names);
    for (int i = 0; i < names.size(); i++) {
      exact.merge(names.get(i), i, (first, second) -> AMBIGUOUS);
      folded.merge(names.get(i).toLowerCase(Locale.ROOT), i, (first, second) -> AMBIGUOUS);
    }
  }

  /** The names in order. */
  public List<String> names() {
    return names;
  }

  /**
   * The position of the column called {@code name}.
   *
   * @throws ArgumentException when there is none, or more than one
   */
  public int position(String name) {
    Integer position = exact.get(name);
    if (position == null) {
      position = folded.get(name.toLowerCase(Locale.ROOT));
    }
    if (position == null) {
      throw new ArgumentException("the row has no column '" + name + "'; it has " + this);
    }
    if (position == AMBIGUOUS) {
      throw new ArgumentException("the row has several columns '"
          + name
          + "'; ask by index or by column, or name them apart with as(…): "
          + this);
    }
    return position;
  }

  @Override
  public String toString() {
    return String.join(", ", names);
  }
}

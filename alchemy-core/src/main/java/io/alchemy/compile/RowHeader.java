package io.alchemy.compile;

import io.alchemy.error.ArgumentException;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Selectable;
import io.alchemy.sql.node.Outputs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of one execution find their values: by the names of the compiled statement, and by the expressions of the
 * statement at hand, which has values of its own.
 */
public final class RowHeader {
  private final NameIndex names;
  private final int offset;
  private final List<Selectable<?>> selected;
  private @Nullable List<Expression<?>> outputs;
  private volatile int @Nullable [] starts;

  private RowHeader(NameIndex names, int offset, List<Selectable<?>> selected) {
    this.names = names;
    this.offset = offset;
    this.selected = selected;
  }

  /** Rows of raw SQL, which know no expressions. */
  public static RowHeader of(NameIndex names) {
    return new RowHeader(names, 0, List.of());
  }

  static RowHeader of(NameIndex names, List<Selectable<?>> selected) {
    return new RowHeader(names, 0, selected);
  }

  /** What {@code one}, whose columns begin at {@code start}, is by itself. */
  RowHeader part(Selectable<?> one, int start, int width) {
    List<String> own = names.names().subList(start, start + width);
    return new RowHeader(new NameIndex(own), 0, List.of(one));
  }

  NameIndex names() {
    return names;
  }

  List<Selectable<?>> selected() {
    return selected;
  }

  /** The position of one expression's value. */
  int position(Expression<?> expression) {
    int position = Outputs.position(outputs(), expression);
    if (position < 0) {
      throw unknown(expression);
    }
    return position + offset;
  }

  /** Where the columns of an element of the select list begin; -1 if it is none. */
  int start(Selectable<?> element) {
    int index = selected.indexOf(element);
    return index < 0 ? -1 : starts()[index];
  }

  ArgumentException unknown(Selectable<?> asked) {
    return new ArgumentException("the row has no "
        + asked
        + "; it has "
        + (selected.isEmpty() ? "names only: " + names : selected.toString()));
  }

  private List<Expression<?>> outputs() {
    List<Expression<?>> known = outputs;
    if (known == null) {
      known = List.copyOf(Outputs.of(selected));
      outputs = known;
    }
    return known;
  }

  private int[] starts() {
    int[] known = starts;
    if (known == null) {
      known = new int[selected.size()];
      List<Selectable<?>> before = new ArrayList<>();
      for (int i = 0; i < known.length; i++) {
        known[i] = Outputs.of(before).size();
        before.add(selected.get(i));
      }
      starts = known;
    }
    return known;
  }
}

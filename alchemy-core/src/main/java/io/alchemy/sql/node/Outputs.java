package io.alchemy.sql.node;

import io.alchemy.sql.Expression;
import io.alchemy.sql.Selectable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Select lists, flattened to one expression for each column of the result. */
public final class Outputs {
  private Outputs() {}

  /** The columns that {@code selected} gives; a mapped class gives none, since only a registry knows its columns. */
  public static List<Expression<?>> of(List<? extends Selectable<?>> selected) {
    List<Expression<?>> outputs = new ArrayList<>(selected.size());
    for (Selectable<?> one : selected) {
      add(one, outputs);
    }
    return outputs;
  }

  private static void add(Selectable<?> one, List<Expression<?>> outputs) {
    if (one instanceof Expression<?> expression) {
      outputs.add(expression);
    } else if (one instanceof RowProjection<?> projection) {
      for (Selectable<?> part : projection.selected()) {
        add(part, outputs);
      }
    } else if (one instanceof RowSource source) {
      outputs.addAll(source.columns());
    }
  }

  /** Whether every element's columns are known without a registry. */
  public static boolean known(List<? extends Selectable<?>> selected) {
    for (Selectable<?> one : selected) {
      boolean known = one instanceof RowProjection<?> projection
          ? known(projection.selected())
          : one instanceof Expression<?> || one instanceof RowSource;
      if (!known) {
        return false;
      }
    }
    return true;
  }

  /**
   * Where {@code column} is among {@code outputs}: the same object first, then an equal one, then the label that was
   * put on it; -1 if nowhere.
   */
  public static int position(List<? extends Expression<?>> outputs, Object column) {
    for (int i = 0; i < outputs.size(); i++) {
      if (outputs.get(i) == column) {
        return i;
      }
    }
    int equal = outputs.indexOf(column);
    for (int i = 0; equal < 0 && i < outputs.size(); i++) {
      if (outputs.get(i) instanceof Labeled<?> label
          && Objects.equals(label.expression(), column)) {
        equal = i;
      }
    }
    return equal;
  }
}

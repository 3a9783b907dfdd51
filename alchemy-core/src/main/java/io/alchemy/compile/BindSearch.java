package io.alchemy.compile;

import io.alchemy.sql.node.BindList;
import io.alchemy.sql.node.BindValue;
import io.alchemy.sql.node.Node;
import io.alchemy.sql.node.ShapeWriter;

/** Tells expressions whose text says all from those that hold values. */
final class BindSearch {
  private BindSearch() {}

  static boolean hasBinds(Object part) {
    if (part instanceof BindValue<?> || part instanceof BindList) {
      return true;
    }
    if (!(part instanceof Node node)) {
      return false;
    }
    ShapeWriter shape = new ShapeWriter();
    node.shape(shape);
    return !shape.binds().isEmpty();
  }

  /** Whether two equal expressions could be unequal in another statement of the same shape. */
  static boolean differs(Object one, Object other) {
    return one != other && hasBinds(one);
  }
}

package io.alchemy.sql.node;

import io.alchemy.sql.Assignable;
import io.alchemy.sql.Expression;
import java.util.ArrayList;
import java.util.List;

/** {@code column = value}, in INSERT, UPDATE and ON CONFLICT. */
public record Setting(Assignable<?> column, Expression<?> value) implements Node {
  /** {@code settings} with one more, which takes the place of an earlier one for the same column. */
  public static List<Setting> with(List<Setting> settings, Setting added) {
    List<Setting> all = new ArrayList<>(settings.size() + 1);
    boolean replaced = false;
    for (Setting setting : settings) {
      if (setting.column.equals(added.column)) {
        all.add(added);
        replaced = true;
      } else {
        all.add(setting);
      }
    }
    if (!replaced) {
      all.add(added);
    }
    return List.copyOf(all);
  }

  @Override
  public void shape(ShapeWriter to) {
    to.child(column).child(value);
  }

  @Override
  public List<?> parts() {
    return List.of(value);
  }
}

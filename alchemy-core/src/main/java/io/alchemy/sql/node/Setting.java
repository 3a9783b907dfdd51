package io.alchemy.sql.node;

import io.alchemy.sql.Assignable;
import io.alchemy.sql.Expression;
import java.util.Arrays;
import java.util.List;

/** {@code column = value}, in INSERT, UPDATE and ON CONFLICT. */
public record Setting(Assignable<?> column, Expression<?> value) implements Node {
  /** {@code settings} with one more, which takes the place of an earlier one for the same column. */
  public static List<Setting> with(List<Setting> settings, Setting added) {
    return List.of(with(settings.toArray(Setting[]::new), added));
  }

  /** The same in an array of its own. */
  public static Setting[] with(Setting[] settings, Setting added) {
    for (int i = 0; i < settings.length; i++) {
      if (settings[i].column.equals(added.column)) {
        Setting[] replaced = settings.clone();
        replaced[i] = added;
        return replaced;
      }
    }
    Setting[] more = Arrays.copyOf(settings, settings.length + 1);
    more[settings.length] = added;
    return more;
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

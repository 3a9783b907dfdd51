package io.alchemy.compile;

import io.alchemy.schema.Column;
import io.alchemy.sql.node.Setting;
import java.util.List;

/** {@code a = ?, b = c + 1}. */
final class SettingList {
  private final StatementWriter writer;
  private final TargetColumns target;
  private boolean first = true;

  SettingList(StatementWriter writer, TargetColumns target) {
    this.writer = writer;
    this.target = target;
  }

  void write(List<Setting> settings) {
    for (Setting setting : settings) {
      Column<?> column = target.column(setting.column());
      begin(column);
      writer.placed(setting.value(), column.type().assigned(), column.key());
    }
  }

  /** {@code column = }, what follows being written by the caller. */
  void begin(Column<?> column) {
    writer.write(first ? "" : ", ");
    first = false;
    writer.identifier(column.name());
    writer.write(" = ");
  }

  boolean isEmpty() {
    return first;
  }
}

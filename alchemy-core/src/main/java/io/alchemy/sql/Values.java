package io.alchemy.sql;

import io.alchemy.sql.node.BindValue;
import io.alchemy.sql.node.Setting;
import io.alchemy.types.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row to write: column to value. Immutable. */
@CheckReturnValue
public final class Values {
  static final Values NONE = new Values(new Setting[0]);

  private final Setting[] settings;

  private Values(Setting[] settings) {
    this.settings = settings;
  }

  List<Setting> settings() {
    return List.of(settings);
  }

  /** {@code column = value}; null is written as NULL. */
  public <T extends @Nullable Object> Values set(Assignable<T> column, @Nullable T value) {
    return with(value(column, value));
  }

  /** {@code column = value}, computed by the database. */
  public <T extends @Nullable Object> Values set(
      Assignable<T> column, Expression<? extends T> value) {
    return with(new Setting(column, value));
  }

  /** {@code column = NULL}. */
  public Values setNull(Assignable<?> column) {
    return with(value(column, null));
  }

  private Values with(Setting setting) {
    return new Values(Setting.with(settings, setting));
  }

  /** A setting to a plain value, which takes the column's type. */
  static Setting value(Assignable<?> column, @Nullable Object value) {
    SqlType<?> type = column instanceof Expression<?> expression ? expression.type() : null;
    return new Setting(column, BindValue.of(type == null ? null : type.assigned(), value));
  }
}

package io.alchemy.compile;

import io.alchemy.schema.DefaultGenerator;
import io.alchemy.sql.node.BindList;
import io.alchemy.sql.node.BindValue;
import io.alchemy.sql.node.InsertSpec.RowValues;
import io.alchemy.sql.node.Setting;
import io.alchemy.types.Codec;
import io.alchemy.types.SqlType;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code ?} for a driver. Binds of the user's statement become slots by position; any other is a constant. */
final class PlaceholderStyle implements BindStyle {
  private final SqlDialect dialect;
  private Map<Object, Integer> positions;

  PlaceholderStyle(SqlDialect dialect, List<Object> binds) {
    this.dialect = dialect;
    this.positions = positions(binds);
  }

  private static Map<Object, Integer> positions(List<?> binds) {
    Map<Object, Integer> positions = new IdentityHashMap<>();
    for (int i = 0; i < binds.size(); i++) {
      positions.put(binds.get(i), i);
    }
    return positions;
  }

  @Override
  public void value(
      SqlText to, BindValue<?> bind, @Nullable SqlType<?> type, @Nullable String name) {
    Integer position = positions.get(bind);
    boolean convert = bind.type() == null && type != null;
    if (position == null) {
      Object value = convert ? Slot.converted(bind.value(), type, "constant") : bind.value();
      to.slot(new Slot.Constant(value, type, codec(type)), marker(type));
    } else {
      to.slot(new Slot.Value(position, type, codec(type), convert), marker(type));
    }
  }

  @Override
  public void list(SqlText to, BindList list, @Nullable SqlType<?> type, @Nullable String name) {
    Integer position = positions.get(list);
    to.slot(
        new Slot.Elements(
            position == null ? -1 : position,
            position == null ? list.values() : null,
            type,
            codec(type),
            list.type() == null && type != null,
            marker(type),
            dialect.emptyList(type)),
        "");
  }

  @Override
  public void array(SqlText to, BindList list, SqlType<?> arrayType) {
    Integer position = positions.get(list);
    Slot slot = position == null
        ? new Slot.Constant(list.values(), arrayType, codec(arrayType))
        : new Slot.Value(position, arrayType, codec(arrayType), list.type() == null);
    to.slot(slot, marker(arrayType));
  }

  @Override
  public void constants(Runnable writing) {
    among(Map.of(), writing);
  }

  /** The slots of a row are by position in the row. */
  @Override
  public boolean rows(SqlText to, List<RowValues> rows, Supplier<SqlText> first) {
    Integer position = positions.get(rows);
    if (position == null) {
      return false;
    }
    List<?> ofFirst = rows.get(0).settings().stream().map(Setting::value).toList();
    among(
        positions(ofFirst),
        () -> to.slot(new Slot.Rows(position, SqlTemplate.of(first.get())), ""));
    return true;
  }

  /** Writes what knows other binds by position than the statement does. */
  private void among(Map<Object, Integer> others, Runnable writing) {
    Map<Object, Integer> ofStatement = positions;
    positions = others;
    try {
      writing.run();
    } finally {
      positions = ofStatement;
    }
  }

  @Override
  public void parameter(SqlText to, String name, @Nullable SqlType<?> type) {
    to.slot(new Slot.Named(name, type, codec(type)), marker(type));
  }

  @Override
  public void generated(SqlText to, DefaultGenerator<?> generator, SqlType<?> type, String name) {
    to.slot(new Slot.Generated(generator, type, dialect.codec(type)), marker(type));
  }

  @Override
  public boolean isExecutable() {
    return true;
  }

  private @Nullable Codec<?> codec(@Nullable SqlType<?> type) {
    return type == null ? null : dialect.codec(type);
  }

  private String marker(@Nullable SqlType<?> type) {
    return type == null ? "?" : type.placeholder(dialect, "?");
  }
}

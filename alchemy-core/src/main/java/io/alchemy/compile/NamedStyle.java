package io.alchemy.compile;

import io.alchemy.schema.DefaultGenerator;
import io.alchemy.sql.node.BindList;
import io.alchemy.sql.node.BindValue;
import io.alchemy.types.SqlType;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code :title} for people: named for what a value is for, numbered from the second on. */
final class NamedStyle implements BindStyle {
  private final Map<Object, String> names = new IdentityHashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  @Override
  public void value(
      SqlText to, BindValue<?> bind, @Nullable SqlType<?> type, @Nullable String name) {
    to.append(":").append(nameOf(bind, name));
  }

  @Override
  public void list(SqlText to, BindList list, @Nullable SqlType<?> type, @Nullable String name) {
    String base = nameOf(list, name);
    for (int i = 0; i < list.values().size(); i++) {
      to.append(i == 0 ? ":" : ", :").append(base).append("_").append(String.valueOf(i + 1));
    }
  }

  @Override
  public void array(SqlText to, BindList list, SqlType<?> arrayType) {
    list(to, list, null, null);
  }

  @Override
  public void parameter(SqlText to, String name, @Nullable SqlType<?> type) {
    to.append(":").append(name);
  }

  @Override
  public void generated(SqlText to, DefaultGenerator<?> generator, SqlType<?> type, String name) {
    to.append(":").append(nameOf(generator, name));
  }

  @Override
  public boolean isExecutable() {
    return false;
  }

  private String nameOf(Object bind, @Nullable String name) {
    return names.computeIfAbsent(bind, any -> numbered(name == null ? "value" : name));
  }

  private String numbered(String name) {
    int count = counts.merge(name, 1, Integer::sum);
    return count == 1 ? name : name + "_" + (count - 1);
  }
}

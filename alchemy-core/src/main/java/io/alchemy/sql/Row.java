package io.alchemy.sql;

import java.util.*;
import org.jspecify.annotations.*;

public interface Row extends Iterable<@Nullable Object> {
  @Nullable
  Object get(int index);

  @Nullable
  Object get(String name);

  <T extends @Nullable Object> T get(Selectable<T> column);

  <T> @Nullable T get(int index, Class<T> type);

  <T> @Nullable T get(String name, Class<T> type);

  <T> T into(Class<T> type);

  int size();

  Map<String, @Nullable Object> asMap();
}

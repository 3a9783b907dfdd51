package io.alchemy.sql;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of a result, in memory: readable after the result is closed. */
public interface Row extends Iterable<@Nullable Object> {
  /**
   * The value of a column by its position, counted from 0 (JDBC counts from 1).
   *
   * @throws io.alchemy.error.ArgumentException when there is no such column
   */
  @Nullable
  Object get(int index);

  /**
   * The value of the column called {@code name}, as written or else without regard to case.
   *
   * @throws io.alchemy.error.ArgumentException when there is none, or more than one
   */
  @Nullable
  Object get(String name);

  /**
   * The value of an element of the select list, or of one of its columns. Equal elements are told apart from others that
   * differ in a bind value only; NULL is null.
   *
   * @throws io.alchemy.error.ArgumentException when it was not selected
   */
  <T extends @Nullable Object> T get(Selectable<T> column);

  /**
   * The value at a position, counted from 0, as {@code type}: itself, or a number that loses nothing.
   *
   * @throws io.alchemy.error.ArgumentException when it is of another class, or null and {@code type} is primitive
   */
  <T> @Nullable T get(int index, Class<T> type);

  /** The value of a named column as {@code type}; see {@link #get(int, Class)}. */
  <T> @Nullable T get(String name, Class<T> type);

  /**
   * The row as a record, its components found by name ({@code snake_case} is {@code camelCase}).
   *
   * @throws io.alchemy.error.ArgumentException when a component has no column, or its value does not fit
   */
  <T> T into(Class<T> type);

  /** The count of its columns. */
  int size();

  /**
   * The values by name, in order.
   *
   * @throws io.alchemy.error.ArgumentException when two columns have one name
   */
  Map<String, @Nullable Object> asMap();
}

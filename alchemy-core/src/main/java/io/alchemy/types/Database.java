package io.alchemy.types;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a type may ask of the database it is used on. */
public interface Database {
  /** The dialect's name, as in a URL: {@code sqlite}, {@code postgresql}. */
  String name();

  /**
   * This database's own name of a kind of type: {@code BYTEA} for binary on PostgreSQL. Null where it has no such type; a
   * type then keeps its values in another form that loses nothing and sorts alike.
   */
  default @Nullable String nativeName(NativeType type) {
    return type.standardName();
  }

  /** Text as a value of this database's own JSON type. */
  default String jsonOf(String text) {
    return "CAST(" + text + " AS " + nativeName(NativeType.JSON) + ")";
  }

  /**
   * Whether arrays travel as text in the form of PostgreSQL ({@code {1,NULL,"a b"}}), which its server reads; if not, as the
   * driver's arrays.
   */
  default boolean arraysAreText() {
    return true;
  }

  /** Whether a floating-point column keeps NaN. SQLite makes it NULL, so it is refused there. */
  default boolean keepsNaN() {
    return true;
  }

  /**
   * Whether the driver cuts off what does not fit into the integer that it is asked for, where others refuse. SQLite keeps 64 bits in
   * any integer column, and its driver gives the last 32 of them for an {@code int}.
   */
  default boolean cutsIntegers() {
    return false;
  }

  /**
   * The first year of dates and times. What is before it is refused, for the driver of PostgreSQL would make it
   * {@code -infinity} without a word; the first and the last day of {@code LocalDate}, which mean that, are not.
   */
  default int firstYear() {
    return Integer.MIN_VALUE;
  }

  /** Reads column {@code index} as text, by whichever of the driver's methods is fastest; null for SQL NULL. */
  default @Nullable String text(ResultSet row, int index) throws SQLException {
    return row.getString(index);
  }

  /** The DDL name of {@code type} here: this database's own, or the type's default. */
  default String ddl(SqlType<?> type) {
    return type.ddl(this);
  }

  /** The codec of {@code type} here: this database's own, or the type's default. */
  default <T extends @Nullable Object> Codec<T> codec(SqlType<T> type) {
    return type.codec(this);
  }
}

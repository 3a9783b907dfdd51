package io.alchemy.dialect.sqlite;

import java.math.BigDecimal;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.Collation;
import org.sqlite.SQLiteConnection;

/**
 * The collation {@code decimal}: text that holds numbers compares as the numbers. Text that holds none comes last, as text.
 *
 * @see <a href="https://www.sqlite.org/floatingpoint.html#the_decimal_c_extension">SQLite: the decimal extension</a>
 */
final class DecimalCollation extends Collation {
  private static final String NAME = "decimal";

  static void addTo(SQLiteConnection jdbc) throws SQLException {
    Collation.create(jdbc, NAME, new DecimalCollation());
  }

  @Override
  protected int xCompare(String left, String right) {
    BigDecimal leftNumber = number(left);
    BigDecimal rightNumber = number(right);
    if (leftNumber == null || rightNumber == null) {
      if (leftNumber == null && rightNumber == null) {
        return left.compareTo(right);
      }
      return leftNumber == null ? 1 : -1;
    }
    return leftNumber.compareTo(rightNumber);
  }

  private static @Nullable BigDecimal number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException noNumber) {
      return null;
    }
  }
}

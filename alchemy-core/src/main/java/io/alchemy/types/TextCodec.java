package io.alchemy.types;

import io.alchemy.error.ArgumentException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Text as it is, read as its database does that fastest. */
record TextCodec(Database database) implements Codec<String> {
  /** The bits that tell surrogates from all else: in them, and in nothing else, these are those of the first one. */
  private static final int SURROGATE_BITS = 0xF800;

  @Override
  public void set(PreparedStatement statement, int index, @Nullable String value)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, java.sql.Types.VARCHAR);
    } else {
      statement.setString(index, wellFormed(value));
    }
  }

  @Override
  public @Nullable String get(ResultSet row, int index) throws SQLException {
    return database.text(row, index);
  }

  /**
   * Drivers write a question mark for half of a surrogate pair, which no UTF-8 can hold. Every text that is bound is looked through, so
   * each character is asked one question: half the time of asking whether it is between two others.
   */
  static String wellFormed(String text) {
    for (int i = 0, length = text.length(); i < length; i++) {
      if ((text.charAt(i) & SURROGATE_BITS) == Character.MIN_SURROGATE) {
        requirePair(text, i);
        i++;
      }
    }
    return text;
  }

  private static void requirePair(String text, int index) {
    if (!Character.isSupplementaryCodePoint(text.codePointAt(index))) {
      throw new ArgumentException("The text is no Unicode: it has half of a surrogate pair at "
          + index
          + ", as when a text is cut between two chars");
    }
  }
}

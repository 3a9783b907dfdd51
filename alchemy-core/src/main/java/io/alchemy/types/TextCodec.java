package io.alchemy.types;

import io.alchemy.error.ArgumentException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Text as it is, read as its database does that fastest. */
record TextCodec(Database database) implements Codec<String> {
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

  /** Drivers write a question mark for half of a surrogate pair, which no UTF-8 can hold. */
  static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
          throw new ArgumentException("The text is no Unicode: it has half of a surrogate pair at "
              + i
              + ", as when a text is cut between two chars");
        }
        i++;
      }
    }
    return text;
  }
}

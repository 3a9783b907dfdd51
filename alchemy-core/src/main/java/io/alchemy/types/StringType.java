package io.alchemy.types;

import io.alchemy.error.ArgumentException;
import org.jspecify.annotations.Nullable;

/** Text, of limited length or not. */
final class StringType extends BuiltinType<String> {
  static final StringType TEXT = new StringType("TEXT", null, 0);
  static final StringType UNICODE_TEXT = new StringType("UNICODE_TEXT", null, 0);
  static final StringType STRING = new StringType("VARCHAR", "VARCHAR", 0);

  private static final Codec<String> CODEC = new JdbcCodec<>(
      java.sql.Types.VARCHAR,
      (statement, index, value) -> statement.setString(index, wellFormed(value)),
      (row, index) -> row.getString(index));

  private final @Nullable String word;
  private final int length;

  /** @param word the DDL word that takes the length; null for the database's type of unlimited text */
  private StringType(String name, @Nullable String word, int length) {
    super(name, String.class, TypeFamily.TEXT);
    this.word = word;
    this.length = length;
  }

  static StringType of(String name, String word, int length) {
    if (length < 1) {
      throw new ArgumentException(name + "(" + length + "): the length is at least 1");
    }
    return new StringType(name + "(" + length + ")", word, length);
  }

  @Override
  public String ddl(Database database) {
    if (word == null) {
      String nativeName = database.nativeName(NativeType.TEXT);
      return nativeName == null ? "TEXT" : nativeName;
    }
    return length == 0 ? word : word + "(" + length + ")";
  }

  @Override
  String castName(Database database) {
    return word == null ? ddl(database) : "VARCHAR";
  }

  @Override
  public Codec<String> codec(Database database) {
    return CODEC;
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

  @Override
  @Nullable
  String convertOther(Object value) {
    return value instanceof CharSequence || value instanceof Character ? value.toString() : null;
  }

  @Override
  String toText(String value) {
    return value;
  }

  @Override
  String fromText(String text) {
    return text;
  }
}

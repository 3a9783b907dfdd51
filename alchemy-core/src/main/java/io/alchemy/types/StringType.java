package io.alchemy.types;

import io.alchemy.error.ArgumentException;
import org.jspecify.annotations.Nullable;

/** Text, of limited length or not. */
final class StringType extends BuiltinType<String> {
  static final StringType TEXT = new StringType("TEXT", null, 0);
  static final StringType UNICODE_TEXT = new StringType("UNICODE_TEXT", null, 0);
  static final StringType STRING = new StringType("VARCHAR", "VARCHAR", 0);

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
    return new TextCodec(database);
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

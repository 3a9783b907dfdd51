package io.alchemy.types;

import java.util.UUID;

/** UUIDs; 32 hexadecimal digits where the database has no type for them. */
final class UuidType extends BuiltinType<UUID> {
  static final UuidType UUID_TYPE = new UuidType();

  private static final Codec<UUID> NATIVE = new JdbcCodec<>(
      java.sql.Types.OTHER,
      (statement, index, value) -> statement.setObject(index, value),
      (row, index) -> row.getObject(index, UUID.class));

  private UuidType() {
    super("UUID", UUID.class, TypeFamily.UUID);
  }

  @Override
  public String ddl(Database database) {
    String nativeName = database.nativeName(NativeType.UUID);
    return nativeName == null ? "UUID_CHAR(32)" : nativeName;
  }

  @Override
  public Codec<UUID> codec(Database database) {
    return database.nativeName(NativeType.UUID) == null
        ? JdbcCodec.text(database, UuidType::digits, UuidType::parse)
        : NATIVE;
  }

  @Override
  public String literal(Database database, UUID value) {
    return quoted(database.nativeName(NativeType.UUID) == null ? digits(value) : value.toString());
  }

  private static String digits(UUID value) {
    return value.toString().replace("-", "");
  }

  private static UUID parse(String text) {
    return UUID.fromString(
        text.length() != 32
            ? text
            : String.join(
                "-",
                text.substring(0, 8),
                text.substring(8, 12),
                text.substring(12, 16),
                text.substring(16, 20),
                text.substring(20)));
  }

  @Override
  String toText(UUID value) {
    return value.toString();
  }

  @Override
  UUID fromText(String text) {
    return parse(text);
  }
}

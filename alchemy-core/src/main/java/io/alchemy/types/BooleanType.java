package io.alchemy.types;

/** True and false; 1 and 0 where the database has no booleans. */
final class BooleanType extends BuiltinType<Boolean> {
  static final BooleanType BOOLEAN = new BooleanType();

  private static final Codec<Boolean> NATIVE = new JdbcCodec<>(
      java.sql.Types.BOOLEAN,
      (statement, index, value) -> statement.setBoolean(index, value),
      (row, index) -> {
        boolean value = row.getBoolean(index);
        return !value && row.wasNull() ? null : value;
      });

  private static final Codec<Boolean> NUMBER = new JdbcCodec<>(
      java.sql.Types.INTEGER,
      (statement, index, value) -> statement.setInt(index, value ? 1 : 0),
      (row, index) -> {
        int value = row.getInt(index);
        return value == 0 && row.wasNull() ? null : value != 0;
      });

  private BooleanType() {
    super("BOOLEAN", Boolean.class, TypeFamily.BOOLEAN);
  }

  private static boolean isNative(Database database) {
    return database.nativeName(NativeType.BOOLEAN) != null;
  }

  @Override
  public String ddl(Database database) {
    String nativeName = database.nativeName(NativeType.BOOLEAN);
    return nativeName == null ? "BOOLEAN" : nativeName;
  }

  @Override
  public Codec<Boolean> codec(Database database) {
    return isNative(database) ? NATIVE : NUMBER;
  }

  @Override
  public String literal(Database database, Boolean value) {
    return isNative(database) ? toText(value) : value ? "1" : "0";
  }

  @Override
  String toText(Boolean value) {
    return value.toString();
  }

  @Override
  Boolean fromText(String text) {
    return text.startsWith("t") || text.equals("1");
  }
}

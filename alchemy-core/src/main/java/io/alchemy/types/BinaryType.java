package io.alchemy.types;

import io.alchemy.error.CompileException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Bytes, compared by content. */
final class BinaryType extends BuiltinType<byte[]> {
  static final BinaryType BLOB = new BinaryType();

  private static final Codec<byte[]> CODEC = new JdbcCodec<>(
      java.sql.Types.VARBINARY,
      (statement, index, value) -> statement.setBytes(index, value),
      (row, index) -> row.getBytes(index));

  private BinaryType() {
    super("BLOB", byte[].class, TypeFamily.BINARY);
  }

  @Override
  public String ddl(Database database) {
    String nativeName = database.nativeName(NativeType.BINARY);
    return nativeName == null ? "BLOB" : nativeName;
  }

  @Override
  public Codec<byte[]> codec(Database database) {
    return CODEC;
  }

  @Override
  public boolean isMutable() {
    return true;
  }

  @Override
  public byte @Nullable [] copy(byte @Nullable [] value) {
    return value == null ? null : value.clone();
  }

  @Override
  public String literal(Database database, byte[] value) {
    throw new CompileException("Bytes have no literal form that databases share; bind them");
  }

  /** PostgreSQL's own form, which its arrays hold. */
  @Override
  String toText(byte[] value) {
    return "\\x" + HexFormat.of().formatHex(value);
  }

  @Override
  byte[] fromText(String text) {
    return HexFormat.of().parseHex(text, 2, text.length());
  }
}

package io.alchemy.types;

import io.alchemy.error.ArgumentException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The constants of an enum, kept by name. */
final class EnumType<E extends Enum<E>> extends BuiltinType<E> {
  private final Map<String, E> constants = new HashMap<>();
  private final int length;

  EnumType(Class<E> type) {
    super("ENUM(" + type.getSimpleName() + ")", type, TypeFamily.ENUM);
    int longest = 1;
    for (E constant : type.getEnumConstants()) {
      constants.put(constant.name(), constant);
      longest = Math.max(longest, constant.name().length());
    }
    this.length = longest;
  }

  @Override
  public String ddl(Database database) {
    return "VARCHAR(" + length + ")";
  }

  @Override
  String castName(Database database) {
    return "VARCHAR";
  }

  @Override
  public Codec<E> codec(Database database) {
    return JdbcCodec.text(database, Enum::name, this::fromText);
  }

  @Override
  String toText(E value) {
    return value.name();
  }

  @Override
  E fromText(String text) {
    E constant = constants.get(text);
    if (constant == null) {
      throw new ArgumentException("The database holds '"
          + text
          + "', which is no constant of "
          + javaType().getName()
          + "; it has "
          + Arrays.toString(javaType().getEnumConstants()));
    }
    return constant;
  }
}

package io.alchemy.sql;
/** A position in an ordered result. */
public final class Keyset {
  Keyset() {}

  public static Keyset of(Object... values) {
    throw Todo.todo();
  }

  public static Keyset decode(String token, byte[] secret) {
    throw Todo.todo();
  }

  public String encode(byte[] secret) {
    throw Todo.todo();
  }
}

package io.alchemy.sql;

import io.alchemy.error.ArgumentException;
import io.alchemy.sql.node.BindValue;
import io.alchemy.sql.node.KeysetToken;
import io.alchemy.sql.node.Node;
import io.alchemy.sql.node.ShapeWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A position in an ordered result: the values of its ORDER BY elements in one row. Immutable. */
public final class Keyset implements Node {
  private final List<BindValue<?>> values;

  private Keyset(List<BindValue<?>> values) {
    this.values = values;
  }

  /** The position of a row whose ORDER BY elements have these values; null where one is null. */
  public static Keyset of(@Nullable Object... values) {
    List<BindValue<?>> binds = new ArrayList<>(values.length);
    for (Object value : values) {
      binds.add(BindValue.of(null, value));
    }
    return new Keyset(List.copyOf(binds));
  }

  /**
   * The position that {@link #encode} wrote.
   *
   * @throws ArgumentException when the token was not written with this secret
   */
  public static Keyset decode(String token, byte[] secret) {
    return of(KeysetToken.decode(token, secret));
  }

  /** The position as text for a URL, signed with HMAC-SHA256, so that nobody can ask for rows with values of their own. */
  public String encode(byte[] secret) {
    @Nullable Object[] plain = new @Nullable Object[values.size()];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = values.get(i).value();
    }
    return KeysetToken.encode(plain, secret);
  }

  /** The values as binds. */
  public List<BindValue<?>> values() {
    return values;
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(Keyset.class).children(values);
    for (BindValue<?> value : values) {
      to.token(value.value() == null);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Keyset that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return "Keyset" + values.stream().map(BindValue::value).toList();
  }
}

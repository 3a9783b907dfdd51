package io.alchemy.sql.node;

import io.alchemy.error.ArgumentException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A position in a result as signed text: a letter for each value's class, then the value, then the signature. */
public final class KeysetToken {
  private static final int SIGNATURE = 32;

  private static final Map<Character, Function<String, Object>> READERS = Map.ofEntries(
      Map.entry('i', Integer::valueOf),
      Map.entry('l', Long::valueOf),
      Map.entry('h', Short::valueOf),
      Map.entry('f', Double::valueOf),
      Map.entry('n', BigDecimal::new),
      Map.entry('s', text -> text),
      Map.entry('b', Boolean::valueOf),
      Map.entry('d', LocalDate::parse),
      Map.entry('t', LocalDateTime::parse),
      Map.entry('c', LocalTime::parse),
      Map.entry('o', OffsetDateTime::parse),
      Map.entry('e', Instant::parse),
      Map.entry('u', UUID::fromString));

  private static final Map<Class<?>, Character> LETTERS = Map.ofEntries(
      Map.entry(Integer.class, 'i'),
      Map.entry(Long.class, 'l'),
      Map.entry(Short.class, 'h'),
      Map.entry(Double.class, 'f'),
      Map.entry(BigDecimal.class, 'n'),
      Map.entry(String.class, 's'),
      Map.entry(Boolean.class, 'b'),
      Map.entry(LocalDate.class, 'd'),
      Map.entry(LocalDateTime.class, 't'),
      Map.entry(LocalTime.class, 'c'),
      Map.entry(OffsetDateTime.class, 'o'),
      Map.entry(Instant.class, 'e'),
      Map.entry(UUID.class, 'u'));

  private KeysetToken() {}

  public static String encode(@Nullable Object[] values, byte[] secret) {
    StringBuilder text = new StringBuilder();
    for (Object value : values) {
      if (value == null) {
        text.append("00:");
        continue;
      }
      Character letter = LETTERS.get(value.getClass());
      if (letter == null) {
        throw new ArgumentException("a position with a "
            + value.getClass().getName()
            + " cannot be encoded; order by numbers, texts, times or uuids");
      }
      String plain = value.toString();
      text.append(letter).append(plain.length()).append(':').append(plain);
    }
    byte[] content = text.toString().getBytes(StandardCharsets.UTF_8);
    byte[] signature = sign(content, secret);
    byte[] all = Arrays.copyOf(signature, SIGNATURE + content.length);
    System.arraycopy(content, 0, all, SIGNATURE, content.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  public static @Nullable Object[] decode(String token, byte[] secret) {
    byte[] all;
    try {
      all = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      throw refused();
    }
    if (all.length < SIGNATURE) {
      throw refused();
    }
    byte[] content = Arrays.copyOfRange(all, SIGNATURE, all.length);
    if (!MessageDigest.isEqual(Arrays.copyOf(all, SIGNATURE), sign(content, secret))) {
      throw refused();
    }
    return values(new String(content, StandardCharsets.UTF_8));
  }

  private static @Nullable Object[] values(String text) {
    List<@Nullable Object> values = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int colon = text.indexOf(':', at);
      int end = colon + 1 + Integer.parseInt(text.substring(at + 1, colon));
      Function<String, Object> reader = READERS.get(text.charAt(at));
      values.add(reader == null ? null : reader.apply(text.substring(colon + 1, end)));
      at = end;
    }
    return values.toArray();
  }

  private static byte[] sign(byte[] content, byte[] secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ArgumentException refused() {
    return new ArgumentException(
        "this is not a position that was encoded with this secret; begin at the first page");
  }
}

package io.alchemy.types;

import io.alchemy.error.ArgumentException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) into maps, lists, text, numbers, booleans and null. A whole number is the first of {@code Integer},
 * {@code Long}, {@code BigInteger} that holds it, any other a {@code Double} if that loses nothing, else a
 * {@code BigDecimal}.
 */
final class JsonReader {
  private static final int MAX_DEPTH = 1000;

  private final String text;
  private int at;
  private int depth;

  private JsonReader(String text) {
    this.text = text;
  }

  static @Nullable Object read(String text) {
    JsonReader reader = new JsonReader(text);
    Object value = reader.value();
    reader.blanks();
    if (reader.at < text.length()) {
      throw reader.unexpected();
    }
    return value;
  }

  private @Nullable Object value() {
    blanks();
    char c = peek();
    switch (c) {
      case '{':
        return object();
      case '[':
        return array();
      case '"':
        return string();
      case 't':
        return word("true", true);
      case 'f':
        return word("false", false);
      case 'n':
        return word("null", null);
      default:
        return number();
    }
  }

  private Map<String, @Nullable Object> object() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    enter();
    if (!closes('}')) {
      do {
        blanks();
        String key = string();
        blanks();
        expect(':');
        map.put(key, value());
      } while (another('}'));
    }
    depth--;
    return map;
  }

  private List<@Nullable Object> array() {
    List<@Nullable Object> list = new ArrayList<>();
    enter();
    if (!closes(']')) {
      do {
        list.add(value());
      } while (another(']'));
    }
    depth--;
    return list;
  }

  private void enter() {
    at++;
    if (++depth > MAX_DEPTH) {
      throw new ArgumentException("JSON nested deeper than " + MAX_DEPTH + " levels");
    }
  }

  private boolean closes(char end) {
    blanks();
    if (peek() != end) {
      return false;
    }
    at++;
    return true;
  }

  private boolean another(char end) {
    if (closes(end)) {
      return false;
    }
    expect(',');
    return true;
  }

  private String string() {
    expect('"');
    int start = at;
    while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\\') {
      at++;
    }
    if (peek() == '"') {
      return text.substring(start, at++);
    }
    StringBuilder to = new StringBuilder(text.substring(start, at));
    while (true) {
      char c = next();
      if (c == '"') {
        return to.toString();
      }
      to.append(c == '\\' ? escaped() : c);
    }
  }

  private char escaped() {
    char c = next();
    switch (c) {
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'u':
        at += 4;
        if (at > text.length()) {
          throw unexpected();
        }
        return (char) Integer.parseInt(text, at - 4, at, 16);
      case '"', '\\', '/':
        return c;
      default:
        at--;
        throw unexpected();
    }
  }

  private Number number() {
    int start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (start == at) {
      throw unexpected();
    }
    String digits = text.substring(start, at);
    try {
      return digits.chars().allMatch(c -> c == '-' || Character.isDigit(c))
          ? whole(new BigInteger(digits))
          : fraction(new BigDecimal(digits));
    } catch (NumberFormatException e) {
      at = start;
      throw unexpected();
    }
  }

  private static Number whole(BigInteger value) {
    if (value.bitLength() < Integer.SIZE) {
      return value.intValue();
    }
    return value.bitLength() < Long.SIZE ? value.longValue() : (Number) value;
  }

  private static Number fraction(BigDecimal value) {
    double near = value.doubleValue();
    boolean exact =
        Double.isFinite(near) && new BigDecimal(Double.toString(near)).compareTo(value) == 0;
    return exact ? near : (Number) value;
  }

  private @Nullable Object word(String word, @Nullable Object value) {
    if (!text.startsWith(word, at)) {
      throw unexpected();
    }
    at += word.length();
    return value;
  }

  private void blanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  private char peek() {
    if (at >= text.length()) {
      throw unexpected();
    }
    return text.charAt(at);
  }

  private char next() {
    char c = peek();
    at++;
    return c;
  }

  private void expect(char c) {
    if (peek() != c) {
      throw unexpected();
    }
    at++;
  }

  private ArgumentException unexpected() {
    return new ArgumentException(
        at < text.length()
            ? "No JSON: unexpected '" + text.charAt(at) + "' at character " + at
            : "No JSON: it ends at character " + text.length() + " and is not complete");
  }
}

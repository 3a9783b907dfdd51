package io.alchemy.types;

import io.alchemy.error.ArgumentException;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists, text, numbers, booleans and null as JSON (RFC 8259). */
final class JsonWriter {
  private final StringBuilder to = new StringBuilder();

  private JsonWriter() {}

  static String write(@Nullable Object tree) {
    JsonWriter writer = new JsonWriter();
    writer.value(tree);
    return writer.to.toString();
  }

  private void value(@Nullable Object value) {
    if (value == null || value instanceof Boolean) {
      to.append(value);
    } else if (value instanceof String text) {
      text(text);
    } else if (value instanceof Number number) {
      number(number);
    } else if (value instanceof Map<?, ?> map) {
      object(map);
    } else if (value instanceof Iterable<?> list) {
      array(list);
    } else {
      throw new ArgumentException("JSON has no form for a "
          + value.getClass().getName()
          + ": it keeps maps, lists, text, numbers, booleans and null");
    }
  }

  private void object(Map<?, ?> map) {
    String separator = "{";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String key)) {
        throw new ArgumentException("The keys of a JSON object are text, not " + entry.getKey());
      }
      to.append(separator);
      text(key);
      to.append(':');
      value(entry.getValue());
      separator = ",";
    }
    to.append(map.isEmpty() ? "{}" : "}");
  }

  private void array(Iterable<?> list) {
    to.append('[');
    String separator = "";
    for (Object element : list) {
      to.append(separator);
      value(element);
      separator = ",";
    }
    to.append(']');
  }

  private void number(Number number) {
    BigDecimal exact = NumericType.exact(number);
    if (exact == null) {
      throw new ArgumentException("JSON has no form for the number " + number);
    }
    to.append(number);
  }

  private void text(String text) {
    TextCodec.wellFormed(text);
    to.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> to.append("\\\"");
        case '\\' -> to.append("\\\\");
        case '\n' -> to.append("\\n");
        case '\r' -> to.append("\\r");
        case '\t' -> to.append("\\t");
        default -> {
          if (c < ' ') {
            to.append(String.format("\\u%04x", (int) c));
          } else {
            to.append(c);
          }
        }
      }
    }
    to.append('"');
  }
}

package io.alchemy.engine.execution;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bind values as people read them: strings quoted, long ones shortened, many of them cut. */
final class ParameterText {
  private static final int LONGEST_VALUE = 120;
  private static final int MOST_VALUES = 50;

  private ParameterText() {}

  static List<String> of(@Nullable Object[] values) {
    List<String> texts = new ArrayList<>(Math.min(values.length, MOST_VALUES + 1));
    for (int i = 0; i < values.length; i++) {
      if (i == MOST_VALUES) {
        texts.add("… (" + (values.length - MOST_VALUES) + " more)");
        break;
      }
      texts.add(of(values[i]));
    }
    return texts;
  }

  static String of(@Nullable Object value) {
    if (value instanceof byte[] bytes) {
      return "byte[" + bytes.length + "]";
    }
    if (value instanceof CharSequence text) {
      return "'" + shortened(text.toString()) + "'";
    }
    return shortened(String.valueOf(value));
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST_VALUE) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST_VALUE - 1))
        ? LONGEST_VALUE - 1
        : LONGEST_VALUE;
    return text.substring(0, end) + "… (" + text.length() + " characters)";
  }
}

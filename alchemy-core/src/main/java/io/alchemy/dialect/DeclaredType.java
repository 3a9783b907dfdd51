package io.alchemy.dialect;

import io.alchemy.types.SqlType;
import io.alchemy.types.Types;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The type of a column as a catalogue writes it: {@code numeric(12,2)}, {@code timestamp(3) without time zone}.
 *
 * @param words in upper case, without what stands in parentheses
 * @param arguments what stands in parentheses
 */
public record DeclaredType(String words, List<Integer> arguments) {

  public static DeclaredType parse(String declared) {
    String text = declared.toUpperCase(Locale.ROOT).trim();
    int open = text.indexOf('(');
    int close = text.indexOf(')', open);
    if (open < 0 || close < 0) {
      return new DeclaredType(text, List.of());
    }
    List<Integer> arguments = new ArrayList<>();
    for (String argument : text.substring(open + 1, close).split(",")) {
      if (argument.trim().matches("\\d{1,9}")) {
        arguments.add(Integer.valueOf(argument.trim()));
      }
    }
    String words =
        text.substring(0, open).trim() + " " + text.substring(close + 1).trim();
    return new DeclaredType(words.trim(), List.copyOf(arguments));
  }

  /** Text of limited length, or of any. */
  public SqlType<String> varchar() {
    return arguments.isEmpty() || arguments.get(0) == 0
        ? Types.string()
        : Types.varchar(arguments.get(0));
  }

  /** Text of fixed length; one character if none is given. */
  public SqlType<String> character() {
    return Types.character(arguments.isEmpty() ? 1 : Math.max(1, arguments.get(0)));
  }

  /** Decimals of limited precision, or of any. */
  public SqlType<BigDecimal> numeric() {
    int precision = arguments.isEmpty() ? 0 : arguments.get(0);
    int scale = arguments.size() < 2 ? 0 : arguments.get(1);
    return precision == 0 || scale > precision ? Types.NUMERIC : Types.numeric(precision, scale);
  }
}

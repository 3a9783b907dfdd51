package io.alchemy.compile;

import io.alchemy.types.Codec;
import io.alchemy.types.SqlType;
import io.alchemy.types.Types;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a long IN list as one JSON document, for databases without arrays: each value in the form in which its codec
 * would have bound it. Meant for lists that have more values than a statement has parameters, and for no others.
 */
final class ListDocument {
  /** The type of the document. */
  static final SqlType<?> TYPE = Types.jsonOf(List.class);

  /** What every database reads back from decimal text as the same floating-point number. */
  private static final int EXACT_DIGITS = 15;

  private @Nullable Object bound;
  private final PreparedStatement recorder = (PreparedStatement) Proxy.newProxyInstance(
      PreparedStatement.class.getClassLoader(),
      new Class<?>[] {PreparedStatement.class},
      (proxy, method, arguments) -> {
        bound = arguments[1];
        return null;
      });

  private ListDocument() {}

  /** The values as JSON will keep them; null if it would not keep one of them as it is: bytes, long fractions. */
  static @Nullable List<Object> of(Codec<?> codec, Collection<?> values) {
    ListDocument document = new ListDocument();
    List<Object> kept = new ArrayList<>(values.size());
    for (Object value : values) {
      Object bound = document.bound(codec, value);
      if (!isExact(bound)) {
        return null;
      }
      kept.add(bound);
    }
    return kept;
  }

  @SuppressWarnings("unchecked") // the list's values are of its codec's type
  private @Nullable Object bound(Codec<?> codec, Object value) {
    try {
      ((Codec<Object>) codec).set(recorder, 1, value);
    } catch (SQLException e) {
      throw new IllegalStateException("a recorder refuses nothing", e);
    }
    return bound;
  }

  private static boolean isExact(@Nullable Object bound) {
    if (bound instanceof Double || bound instanceof Float) {
      return new BigDecimal(bound.toString()).stripTrailingZeros().precision() <= EXACT_DIGITS;
    }
    if (bound instanceof String text) {
      return text.indexOf('\0') < 0;
    }
    return bound instanceof Integer || bound instanceof Long || bound instanceof Short;
  }
}

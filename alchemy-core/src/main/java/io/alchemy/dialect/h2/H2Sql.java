package io.alchemy.dialect.h2;

import io.alchemy.compile.JsonSyntax;
import io.alchemy.compile.MultisetSyntax;
import io.alchemy.error.CompileException;
import io.alchemy.types.SqlType;
import io.alchemy.types.TypeFamily;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The few ways in which H2's SQL is its own. */
final class H2Sql {
  static final JsonSyntax JSON = new Json();
  static final MultisetSyntax MULTISETS = new Rows();

  private H2Sql() {}

  /** Both parts of a recursive query have the first one's type, limits included. */
  static @Nullable String recursiveType(SqlType<?> type) {
    if (type.family() == TypeFamily.TEXT) {
      return "VARCHAR";
    }
    return type.javaType() == BigDecimal.class ? "DECFLOAT" : null;
  }

  private static final class Json implements JsonSyntax {
    /**
     * H2 has no way from a JSON string to its characters but the text of the document, quotes and escapes included; those are
     * Java's too, which STRINGDECODE reads.
     */
    @Override
    public List<String> text(List<Object> path) {
      return around(
          "CASE WHEN ",
          path,
          List.of(
              " LIKE '\"%' THEN STRINGDECODE(SUBSTRING(",
              " FROM 2 FOR CHAR_LENGTH(", ") - 2)) WHEN ", " <> 'null' THEN ", " END"));
    }

    @Override
    public List<String> value(List<Object> path, SqlType<?> type) {
      List<String> text = new ArrayList<>(text(path));
      text.set(0, "CAST(" + text.get(0));
      int last = text.size() - 1;
      text.set(last, text.get(last) + " AS " + new H2Dialect().castTarget(type) + ")");
      return text;
    }

    /** JSON's null is there, the database's is not. */
    @Override
    public List<String> exists(List<Object> path) {
      return List.of(open(path), close(path) + " IS NOT NULL");
    }

    /** The text of what is at {@code path}, wherever {@code between} leaves a gap. */
    private static List<String> around(String before, List<Object> path, List<String> between) {
      String open = "CAST(" + open(path);
      String close = close(path) + " AS VARCHAR)";
      List<String> pieces = new ArrayList<>();
      pieces.add(before + open);
      for (int i = 0; i < between.size(); i++) {
        boolean last = i == between.size() - 1;
        pieces.add(close + between.get(i) + (last ? "" : open));
      }
      return pieces;
    }

    private static String open(List<Object> path) {
      return "(".repeat(path.size() + 1);
    }

    /** {@code ((doc)."a")[1]}; H2 counts from one. */
    private static String close(List<Object> path) {
      StringBuilder text = new StringBuilder(")");
      for (Object step : path) {
        if (step instanceof Integer position) {
          text.append('[').append(position + 1).append(']');
        } else {
          text.append(".\"").append(step.toString().replace("\"", "\"\"")).append('"');
        }
        text.append(')');
      }
      return text.toString();
    }
  }

  private static final class Rows implements MultisetSyntax {
    @Override
    public List<String> element(SqlType<?> type) {
      return switch (type.family()) {
        case BINARY -> List.of("'\\x' || RAWTOHEX(", ")");
        case BOOLEAN -> List.of("LOWER(CAST(", " AS VARCHAR))");
        case ARRAY ->
          throw new CompileException(
              "H2 writes no arrays inside the rows of a multiset(…): " + type);
        default -> List.of("CAST(", " AS VARCHAR)");
      };
    }

    @Override
    public List<String> row() {
      return List.of("json_array(", " NULL ON NULL)");
    }

    @Override
    public List<String> rows() {
      return List.of("(SELECT coalesce(json_arrayagg(", "), JSON '[]')", ")");
    }
  }
}

package io.alchemy.compile;

import io.alchemy.types.SqlType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * How a database makes one value of a query's rows, each a list of texts. What is written around something is cut where that stands:
 * pieces of which one more is needed than times that it is mentioned.
 */
public interface MultisetSyntax {
  /** A value as text that {@link SqlType#ofText} reads back without loss: pieces around the value. */
  List<String> element(SqlType<?> type);

  /** What makes a JSON array of arrays of texts of the value of all rows: what stands before and after. */
  default List<String> json() {
    return List.of("", "");
  }

  /** What makes one value of a row's values, nulls included: what stands before and after. */
  List<String> row();

  /** What makes one value of all rows, empty for none: what stands before the row, between it and FROM, and after the query. */
  List<String> rows();

  /** The rows that a column of a result holds, none if it is null. A JSON array of arrays of texts is read, unless it says otherwise. */
  default List<? extends List<?>> read(ResultSet row, int index) throws SQLException {
    String text = row.getString(index);
    return text == null ? List.of() : MultisetCodec.rows(text);
  }
}

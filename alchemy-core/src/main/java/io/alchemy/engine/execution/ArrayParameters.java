package io.alchemy.engine.execution;

import io.alchemy.types.Codec;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of many rows, an array for each column. */
record ArrayParameters(Codec<?>[] codecs, List<@Nullable Object[]> rows) implements Parameters {
  @Override
  public void bind(PreparedStatement statement) throws SQLException {
    for (int i = 0; i < codecs.length; i++) {
      List<@Nullable Object> column = new ArrayList<>(rows.size());
      for (@Nullable Object[] row : rows) {
        column.add(row[i]);
      }
      BoundParameters.set(statement, i + 1, codecs[i], column);
    }
  }

  @Override
  public List<String> describe() {
    return ParameterText.of(rows.stream().flatMap(Arrays::stream).limit(100).toArray());
  }
}

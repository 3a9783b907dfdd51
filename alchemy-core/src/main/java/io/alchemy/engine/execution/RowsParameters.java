package io.alchemy.engine.execution;

import io.alchemy.types.Codec;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of many rows in one statement, row after row. */
record RowsParameters(Codec<?>[] codecs, List<@Nullable Object[]> rows) implements Parameters {
  @Override
  public void bind(PreparedStatement statement) throws SQLException {
    int index = 1;
    for (@Nullable Object[] row : rows) {
      for (int i = 0; i < codecs.length; i++) {
        BoundParameters.set(statement, index++, codecs[i], row[i]);
      }
    }
  }

  @Override
  public List<String> describe() {
    return ParameterText.of(rows.stream().flatMap(Arrays::stream).limit(100).toArray());
  }
}

package io.alchemy.engine.execution;

import io.alchemy.compile.NameIndex;
import io.alchemy.compile.RowHeader;
import io.alchemy.compile.RowReader;
import io.alchemy.compile.StatementRow;
import io.alchemy.sql.Row;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of raw SQL, whose columns only the driver knows. */
public final class RawRowReader implements RowReader<Row> {
  private final RowHeader header;
  private final boolean[] zoned;

  private RawRowReader(RowHeader header, boolean[] zoned) {
    this.header = header;
    this.zoned = zoned;
  }

  public static RawRowReader of(ResultSetMetaData columns) throws SQLException {
    int count = columns.getColumnCount();
    List<String> names = new ArrayList<>(count);
    boolean[] zoned = new boolean[count];
    for (int i = 0; i < count; i++) {
      names.add(columns.getColumnLabel(i + 1));
      // PostgreSQL's driver reports both kinds of timestamp as TIMESTAMP; the type's name tells
      // them apart.
      zoned[i] = "timestamptz".equals(columns.getColumnTypeName(i + 1));
    }
    return new RawRowReader(RowHeader.of(new NameIndex(names)), zoned);
  }

  @Override
  public Row read(ResultSet row) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[zoned.length];
    for (int i = 0; i < zoned.length; i++) {
      values[i] = zoned[i]
          ? row.getObject(i + 1, OffsetDateTime.class)
          : RawValues.detached(row.getObject(i + 1));
    }
    return new StatementRow(header, values);
  }
}

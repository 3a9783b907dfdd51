package io.alchemy.engine.execution;

import io.alchemy.compile.RowReader;
import java.sql.ResultSet;
import org.jspecify.annotations.Nullable;

/** An open JDBC result. Closing it closes the statement, and tells the listeners how many rows were read. */
public interface Cursor extends AutoCloseable {
  /** Moves to the next row; false, and closed, at the end. Driver errors come translated. */
  boolean next();

  ResultSet row();

  /** The present row as {@code reader} makes it. Driver errors come translated; whatever fails closes the cursor. */
  <R extends @Nullable Object> R read(RowReader<R> reader);

  @Override
  void close();
}

package io.alchemy.engine.execution;

import java.sql.ResultSet;

/** An open JDBC result. Closing it closes the statement, and tells the listeners how many rows were read. */
public interface Cursor extends AutoCloseable {
  /** Moves to the next row; false, and closed, at the end. Driver errors come translated. */
  boolean next();

  ResultSet row();

  @Override
  void close();
}

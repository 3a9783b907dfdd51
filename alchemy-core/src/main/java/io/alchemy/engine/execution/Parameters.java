package io.alchemy.engine.execution;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The bind values of one execution. */
public interface Parameters {
  /** Sets every placeholder of {@code statement}. */
  void bind(PreparedStatement statement) throws SQLException;

  /** The values as text, for logs and errors. */
  List<String> describe();
}

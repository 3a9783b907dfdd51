package io.alchemy.engine;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connections of a data source that somebody else owns. */
record DataSourceConnections(DataSource dataSource) implements ConnectionSource {
  @Override
  public Connection acquire() throws SQLException {
    return dataSource.getConnection();
  }

  @Override
  public void release(Connection connection) throws SQLException {
    connection.close();
  }
}

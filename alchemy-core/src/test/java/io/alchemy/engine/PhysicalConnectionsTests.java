package io.alchemy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.alchemy.dialect.Dialect;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PhysicalConnectionsTests {
  private static final String URL = "jdbc:sqlite::memory:";

  private final Dialect dialect = Dialects.forUrl(URL, URL);
  private final PhysicalConnections connections = new PhysicalConnections(10);

  /** As something that logs statements, or traces them, does. */
  private static Connection wrapped(Connection inner) {
    return (Connection) Proxy.newProxyInstance(
        PhysicalConnectionsTests.class.getClassLoader(),
        new Class<?>[] {Connection.class},
        (proxy, method, arguments) -> {
          if (method.getName().equals("unwrap")) {
            return inner;
          }
          if (method.getName().equals("isWrapperFor")) {
            return true;
          }
          try {
            return method.invoke(inner, arguments);
          } catch (InvocationTargetException error) {
            throw error.getCause();
          }
        });
  }

  @Test
  void statementsOfTheDriversOwnConnectionAreKept() throws SQLException {
    try (Connection own = DriverManager.getConnection(URL)) {
      assertThat(connections.prepare(own, dialect).statements()).isNotNull();
    }
  }

  @Test
  void statementsAreKeptBehindHikari() throws SQLException {
    try (HikariDataSource pool = new HikariDataSource()) {
      pool.setJdbcUrl(URL);
      try (Connection pooled = pool.getConnection()) {
        assertThat(connections.prepare(pooled, dialect).statements()).isNotNull();
      }
    }
  }

  @Test
  void statementsThatSomebodyElseIsToSeeAreNotKept() throws SQLException {
    try (Connection own = DriverManager.getConnection(URL)) {
      assertThat(connections.prepare(wrapped(own), dialect).statements()).isNull();
    }
  }
}

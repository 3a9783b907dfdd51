package io.alchemy.spring.transaction;

import io.alchemy.engine.Connection;
import io.alchemy.engine.ConnectionSource;
import io.alchemy.engine.Engine;
import io.alchemy.engine.IsolationLevel;
import io.alchemy.error.AlchemyException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.ConnectionHandle;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.InvalidIsolationLevelException;
import org.springframework.transaction.TransactionDefinition;

/**
 * The one connection of a transaction, taken from the pool by whoever needs it first: the session, or JDBC code by way of the
 * {@link ConnectionHolder}. A transaction that touches no database takes none.
 */
final class TransactionConnection implements ConnectionHandle {
  private final Engine engine;
  private final DataSource dataSource;
  private final boolean readOnly;
  private final @Nullable IsolationLevel isolation;
  private final ConnectionHolder holder;
  private @Nullable Connection connection;
  private boolean connecting;
  private boolean completed;
  private java.sql.@Nullable Connection afterwards;

  TransactionConnection(Engine engine, DataSource dataSource, TransactionDefinition definition) {
    this.engine = engine;
    this.dataSource = dataSource;
    this.readOnly = definition.isReadOnly();
    this.isolation = isolation(definition.getIsolationLevel());
    this.holder = new ConnectionHolder(this);
    holder.setSynchronizedWithTransaction(true);
  }

  private static @Nullable IsolationLevel isolation(int level) {
    return switch (level) {
      case TransactionDefinition.ISOLATION_DEFAULT -> null;
      case TransactionDefinition.ISOLATION_READ_UNCOMMITTED -> IsolationLevel.READ_UNCOMMITTED;
      case TransactionDefinition.ISOLATION_READ_COMMITTED -> IsolationLevel.READ_COMMITTED;
      case TransactionDefinition.ISOLATION_REPEATABLE_READ -> IsolationLevel.REPEATABLE_READ;
      case TransactionDefinition.ISOLATION_SERIALIZABLE -> IsolationLevel.SERIALIZABLE;
      default -> throw new InvalidIsolationLevelException("There is no isolation level " + level);
    };
  }

  /** What JDBC code finds bound to the DataSource. */
  ConnectionHolder holder() {
    return holder;
  }

  /** The JDBC connection, with the transaction begun the dialect's way; taken now if nobody needed it before. */
  private java.sql.Connection jdbc() {
    Connection open = connection;
    if (open == null) {
      open = connect();
      connection = open;
      if (readOnly) {
        open.readOnly();
      }
      if (isolation != null) {
        open.isolation(isolation);
      }
    }
    return open.jdbc();
  }

  private Connection connect() {
    if (connecting) {
      throw new IllegalStateException(
          "The engine takes its connections from this very transaction, as it was made of a TransactionAwareDataSourceProxy:"
              + " make it of the proxy's target");
    }
    connecting = true;
    try {
      return engine.connect();
    } finally {
      connecting = false;
    }
  }

  /** The connection as the session takes it: it stays the transaction's when the session gives it back. */
  ConnectionSource forSession() {
    return new ConnectionSource() {
      @Override
      public java.sql.Connection acquire() {
        return jdbc();
      }

      @Override
      public void release(java.sql.Connection jdbc) {}

      @Override
      public int secondsLeft() {
        return holder.hasTimeout() ? holder.getTimeToLiveInSeconds() : 0;
      }
    };
  }

  void commit() {
    if (connection != null) {
      connection.commit();
    }
  }

  void rollback() {
    if (connection != null) {
      connection.rollback();
    }
  }

  /**
   * Gives the connection back. What runs until the cleanup, in callbacks after the commit, gets one that commits each
   * statement.
   */
  void complete() {
    completed = true;
    Connection open = connection;
    connection = null;
    if (open != null) {
      open.close();
    }
  }

  /** Gives everything back. */
  void close() {
    try {
      complete();
    } finally {
      java.sql.Connection late = afterwards;
      afterwards = null;
      holder.clear();
      DataSourceUtils.releaseConnection(late, null);
    }
  }

  @Override
  public java.sql.Connection getConnection() {
    try {
      if (!completed) {
        return jdbc();
      }
      if (afterwards == null) {
        afterwards = dataSource.getConnection();
      }
      return afterwards;
    } catch (AlchemyException e) {
      throw new CannotGetJdbcConnectionException(
          String.valueOf(e.getMessage()),
          e.getCause() instanceof SQLException cause ? cause : new SQLException(e));
    } catch (SQLException e) {
      throw new CannotGetJdbcConnectionException("Could not take a connection after the commit", e);
    }
  }
}

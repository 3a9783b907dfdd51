package io.alchemy.benchmarks.springdata;

import org.springframework.data.jdbc.core.dialect.JdbcArrayColumns;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.core.dialect.JdbcPostgresDialect;
import org.springframework.data.relational.core.dialect.AbstractDialect;
import org.springframework.data.relational.core.dialect.IdGeneration;
import org.springframework.data.relational.core.dialect.LimitClause;
import org.springframework.data.relational.core.dialect.LockClause;
import org.springframework.data.relational.core.sql.LockOptions;

/** SQLite, of which Spring Data JDBC has no dialect. */
final class SqliteDialect extends AbstractDialect implements JdbcDialect {
  @Override
  public LimitClause limit() {
    return JdbcPostgresDialect.INSTANCE.limit();
  }

  /** No row is ever locked, the whole file is. */
  @Override
  public LockClause lock() {
    return new LockClause() {
      @Override
      public String getLock(LockOptions options) {
        return "";
      }

      @Override
      public Position getClausePosition() {
        return Position.AFTER_ORDER_BY;
      }
    };
  }

  /** The driver gives the last key of a batch alone. */
  @Override
  public IdGeneration getIdGeneration() {
    return new IdGeneration() {
      @Override
      public boolean supportedForBatchOperations() {
        return false;
      }

      @Override
      public boolean sequencesSupported() {
        return false;
      }
    };
  }

  @Override
  public JdbcArrayColumns getArraySupport() {
    return JdbcArrayColumns.Unsupported.INSTANCE;
  }
}

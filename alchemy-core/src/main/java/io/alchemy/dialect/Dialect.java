package io.alchemy.dialect;

import io.alchemy.compile.SqlDialect;
import io.alchemy.error.DatabaseException;
import io.alchemy.schema.CatalogReader;
import io.alchemy.schema.Inspector;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that differs from database to database. */
public interface Dialect extends SqlDialect {
  /** Whether this dialect speaks to databases with such a JDBC URL. */
  boolean accepts(String jdbcUrl);

  /** Reads the catalogue through {@code reader}. */
  Inspector inspector(CatalogReader reader);

  /** The driver's exception as one of ours, by SQLState or by the driver's own codes. */
  DatabaseException translate(
      SQLException error, @Nullable String statement, List<String> parameters);

  /**
   * What the driver's exception says without the values of rows and parameters that its message quotes, for engines that hide
   * parameters. Null where messages quote none.
   */
  default @Nullable String messageWithoutValues(SQLException error) {
    return null;
  }

  /** What a new connection to {@code jdbcUrl} needs. */
  default DriverSettings driverSettings(String jdbcUrl) {
    return DriverSettings.NONE;
  }

  /** Gives a new JDBC connection what statements here take for granted: collations, functions. */
  default void prepare(Connection jdbc) throws SQLException {}

  /**
   * Whether prepared statements of this connection, which is the driver's own, are worth keeping: its driver does not keep them
   * itself, or makes new objects around what it keeps.
   */
  default boolean keepsStatements(Connection jdbc) {
    return false;
  }

  /** How transactions begin and end. */
  default TransactionControl transactionControl() {
    return TransactionControl.JDBC;
  }

  /** What stands in VALUES for a key that the database is to make. */
  default String generatedKey() {
    return "DEFAULT";
  }

  /**
   * How many values {@code statement} takes, asked of drivers that let some be left out unnoticed; -1 for those that complain
   * themselves.
   */
  default int valuesToBind(PreparedStatement statement) throws SQLException {
    return -1;
  }
}

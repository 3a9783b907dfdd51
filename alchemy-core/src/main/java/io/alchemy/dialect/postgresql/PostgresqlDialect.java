package io.alchemy.dialect.postgresql;

import io.alchemy.compile.Capability;
import io.alchemy.compile.JsonSyntax;
import io.alchemy.compile.MultisetSyntax;
import io.alchemy.dialect.Dialect;
import io.alchemy.error.DatabaseException;
import io.alchemy.schema.CatalogReader;
import io.alchemy.schema.Inspector;
import io.alchemy.types.NativeType;
import io.alchemy.types.SqlType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PostgreSQL 13 and later. */
public final class PostgresqlDialect implements Dialect {
  private static final Set<Capability> CAPABILITIES = EnumSet.of(
      Capability.RETURNING,
      Capability.RETURNING_OTHER_TABLES,
      Capability.MULTI_ROW_RETURNING,
      Capability.UNNEST_INSERT,
      Capability.ON_CONFLICT,
      Capability.SEQUENCES,
      Capability.TRANSACTIONAL_DDL,
      Capability.ALTER_CONSTRAINTS,
      Capability.IDENTITY_COLUMNS,
      Capability.COMMENTS,
      Capability.EXPRESSION_INDEXES,
      Capability.NATIVE_BOOLEAN,
      Capability.NATIVE_UUID,
      Capability.ILIKE,
      Capability.IS_DISTINCT_FROM,
      Capability.ARRAYS,
      Capability.ROW_LOCKS,
      Capability.SAVEPOINTS,
      Capability.READ_ONLY_TRANSACTIONS,
      Capability.FULL_JOIN,
      Capability.RIGHT_JOIN,
      Capability.LATERAL,
      Capability.DISTINCT_ON,
      Capability.UPDATE_FROM,
      Capability.DELETE_USING,
      Capability.NULLS_ORDERING,
      Capability.WINDOW_FUNCTIONS,
      Capability.GROUPING_SETS,
      Capability.GROUP_BY_POSITION,
      Capability.AGGREGATE_FILTER,
      Capability.FRAME_GROUPS,
      Capability.INSERT_DEFAULT_VALUES,
      Capability.CORRELATED_FROM,
      Capability.WITH_BEFORE_CHANGES,
      Capability.NESTED_COMPOUNDS,
      Capability.CONFLICT_AFTER_JOIN,
      Capability.ENFORCES_LENGTH,
      Capability.FAILED_STATEMENT_ABORTS_TRANSACTION);

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public boolean accepts(String jdbcUrl) {
    return jdbcUrl.startsWith("jdbc:postgresql:");
  }

  @Override
  public boolean can(Capability capability) {
    return CAPABILITIES.contains(capability);
  }

  @Override
  public Inspector inspector(CatalogReader reader) {
    return new PostgresqlInspector(reader);
  }

  @Override
  public String nativeName(NativeType type) {
    return switch (type) {
      case BINARY -> "BYTEA";
      case JSON -> "JSONB";
      default -> type.standardName();
    };
  }

  /** As far back as its driver goes (42.7): the server keeps some weeks more. */
  @Override
  public int firstYear() {
    return -4712;
  }

  @Override
  public String nextValue(String sequence) {
    return "nextval('" + identifier(sequence).replace("'", "''") + "')";
  }

  @Override
  public DatabaseException translate(
      SQLException error, @Nullable String statement, List<String> parameters) {
    return PostgresqlErrors.translate(error, statement, parameters);
  }

  /** The driver keeps what the server has prepared; what it and a pool put around that took 2 to 3 µs of a row found by its key. */
  @Override
  public boolean keepsStatements(Connection jdbc) {
    return jdbc.getClass().getName().startsWith("org.postgresql.");
  }

  @Override
  public String messageWithoutValues(SQLException error) {
    return PostgresqlErrors.messageWithoutValues(error);
  }

  @Override
  public @Nullable String recursiveType(SqlType<?> type) {
    return PostgresqlSql.recursiveType(type);
  }

  @Override
  public JsonSyntax json() {
    return PostgresqlSql.JSON;
  }

  @Override
  public MultisetSyntax multisets() {
    return PostgresqlSql.MULTISETS;
  }

  @Override
  public int maxParameters() {
    return 65_535;
  }
}

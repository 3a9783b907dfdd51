package io.alchemy.dialect.sqlite;

import io.alchemy.compile.Capability;
import io.alchemy.compile.JsonSyntax;
import io.alchemy.compile.MultisetSyntax;
import io.alchemy.dialect.Dialect;
import io.alchemy.dialect.DriverSettings;
import io.alchemy.dialect.TransactionControl;
import io.alchemy.error.DatabaseException;
import io.alchemy.schema.CatalogReader;
import io.alchemy.schema.Inspector;
import io.alchemy.types.NativeType;
import io.alchemy.types.SqlType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/** SQLite 3.39 and later. */
public final class SqliteDialect implements Dialect {
  private static final Set<Capability> CAPABILITIES = EnumSet.of(
      Capability.RETURNING,
      Capability.MULTI_ROW_RETURNING,
      Capability.ON_CONFLICT,
      Capability.TRANSACTIONAL_DDL,
      Capability.SAVEPOINTS,
      Capability.READ_ONLY_TRANSACTIONS,
      Capability.EXPRESSION_INDEXES,
      Capability.CORRELATED_FROM,
      Capability.GROUP_BY_POSITION,
      Capability.WITH_BEFORE_CHANGES,
      Capability.IS_DISTINCT_FROM,
      Capability.FULL_JOIN,
      Capability.RIGHT_JOIN,
      Capability.UPDATE_FROM,
      Capability.NULLS_ORDERING,
      Capability.WINDOW_FUNCTIONS,
      Capability.AGGREGATE_FILTER,
      Capability.FRAME_GROUPS,
      Capability.INSERT_DEFAULT_VALUES);
  private final TransactionControl transactions = new SqliteTransactions();
  private final StoredText text = new StoredText();

  @Override
  public String name() {
    return "sqlite";
  }

  @Override
  public boolean accepts(String jdbcUrl) {
    return jdbcUrl.startsWith("jdbc:sqlite:");
  }

  @Override
  public boolean can(Capability capability) {
    return CAPABILITIES.contains(capability);
  }

  @Override
  public Inspector inspector(CatalogReader reader) {
    return new SqliteInspector(reader);
  }

  /** Any name may be given to a type; values are numbers, text and bytes. */
  @Override
  public @Nullable String nativeName(NativeType type) {
    return switch (type) {
      case REAL, DOUBLE, TEXT, BINARY -> type.standardName();
      default -> null;
    };
  }

  @Override
  public boolean keepsNaN() {
    return false;
  }

  @Override
  public DatabaseException translate(
      SQLException error, @Nullable String statement, List<String> parameters) {
    return SqliteErrors.translate(error, statement, parameters);
  }

  @Override
  public DriverSettings driverSettings(String jdbcUrl) {
    return SqliteSettings.of(jdbcUrl);
  }

  @Override
  public void prepare(Connection jdbc) throws SQLException {
    SQLiteConnection connection = jdbc.unwrap(SQLiteConnection.class);
    DecimalCollation.addTo(connection);
    text.opened(connection);
  }

  @Override
  public boolean cutsIntegers() {
    return true;
  }

  @Override
  public @Nullable String text(ResultSet row, int index) throws SQLException {
    return text.read(row, index);
  }

  @Override
  public boolean keepsStatements(Connection jdbc) {
    return jdbc instanceof SQLiteConnection;
  }

  @Override
  public TransactionControl transactionControl() {
    return transactions;
  }

  /** What is kept as text stays text: as a number it would lose digits. */
  @Override
  public String castTarget(SqlType<?> type) {
    return ddl(type).contains("TEXT") ? "TEXT" : SqliteSql.castTarget(type);
  }

  /** SQLite takes an empty list as it is. */
  @Override
  public String emptyList(@Nullable SqlType<?> type) {
    return "";
  }

  @Override
  public String unlimited() {
    return "-1";
  }

  @Override
  public String currentTimestamp() {
    return SqliteSql.CURRENT_TIMESTAMP;
  }

  @Override
  public boolean nullsAreLargest() {
    return false;
  }

  @Override
  public JsonSyntax json() {
    return SqliteSql.JSON;
  }

  @Override
  public MultisetSyntax multisets() {
    return SqliteSql.MULTISETS;
  }

  @Override
  public String generatedKey() {
    return "NULL";
  }

  /** To the driver a value that was never set is a null. */
  @Override
  public int valuesToBind(PreparedStatement statement) throws SQLException {
    return statement.getParameterMetaData().getParameterCount();
  }

  @Override
  public int maxParameters() {
    return 32_766;
  }
}

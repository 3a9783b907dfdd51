package io.alchemy.engine;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.alchemy.compile.Capability;
import io.alchemy.compile.StatementCompiler;
import io.alchemy.dialect.Dialect;
import io.alchemy.engine.execution.Listeners;
import io.alchemy.engine.execution.Parameters;
import io.alchemy.error.AlchemyException;
import io.alchemy.error.ArgumentException;
import io.alchemy.error.ConnectionTimeoutException;
import io.alchemy.error.DatabaseException;
import io.alchemy.error.OperationalException;
import io.alchemy.schema.Bind;
import io.alchemy.schema.DdlRunner;
import io.alchemy.schema.Inspector;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database, and the pool of connections to it. One for each database and program; safe for use by many threads. Making one connects
 * to nothing.
 */
public final class Engine implements Bind, AutoCloseable {
  private static final int CACHED_STATEMENTS = 500;

  private final @Nullable EngineUrl url;
  private final ConnectionSource source;
  private final @Nullable ConnectionPool pool;
  private final @Nullable DataSource dataSource;
  private final Listeners listeners;
  private final boolean hideParameters;
  private final Leases leases;
  private final PhysicalConnections physical;
  private final AtomicLong connectionIds = new AtomicLong();
  private final ReentrantLock resolving = new ReentrantLock();
  private volatile @Nullable Dialect dialect;
  private volatile @Nullable StatementCompiler compiler;

  private Engine(Builder builder) {
    this.listeners = new Listeners(builder.allListeners());
    this.hideParameters = builder.hideParameters;
    this.leases = new Leases(builder.leakDetection);
    this.physical = new PhysicalConnections(builder.cachedStatements);
    this.dataSource = builder.dataSource;
    if (dataSource == null) {
      EngineUrl parsed = EngineUrl.parse(builder.url);
      this.url = parsed;
      this.dialect = Dialects.forUrl(parsed.jdbcUrl(), parsed.toString());
      this.pool = new ConnectionPool(builder.poolConfiguration());
      this.source = pool;
    } else {
      String known = dataSource instanceof HikariDataSource hikari ? hikari.getJdbcUrl() : null;
      this.url = known == null ? null : EngineUrl.parse(known);
      this.dialect = known == null ? null : Dialects.forUrl(known, String.valueOf(url));
      refuseManyDatabases();
      this.pool = null;
      this.source = new DataSourceConnections(dataSource);
    }
  }

  /** Where a database lives in its connection, a pool of several is several databases. */
  private void refuseManyDatabases() {
    if (dialect != null
        && dataSource instanceof HikariDataSource hikari
        && hikari.getMaximumPoolSize() != 1
        && dialect.driverSettings(hikari.getJdbcUrl()).singleConnection()) {
      throw new ArgumentException("each connection to "
          + url
          + " is a database of its own, but the pool may open several; give it a maximum size of 1 and a maximum"
          + " lifetime of 0, or leave the pool to Alchemy by giving it the URL");
    }
  }

  /**
   * An engine for a URL, with a pool of its own.
   *
   * @param url {@code sqlite:///file.db}, {@code postgresql://user:password@host/database}, or any {@code jdbc:} URL
   * @throws ArgumentException when the URL cannot be read or no dialect knows it
   */
  public static Engine create(String url) {
    return builder(url).build();
  }

  /** An engine on connections that somebody else pools. Closing the engine does not close {@code dataSource}. */
  public static Engine of(DataSource dataSource) {
    return builder(dataSource).build();
  }

  /** An engine for a URL, to be configured. */
  public static Builder builder(String url) {
    return new Builder(url, null);
  }

  /** An engine on connections that somebody else pools, to be configured. */
  public static Builder builder(DataSource dataSource) {
    return new Builder("", dataSource);
  }

  /**
   * Checks a connection out of the pool.
   *
   * @throws ConnectionTimeoutException when none becomes free in time; the message says who holds them
   */
  public Connection connect() {
    refuseToWaitForItself();
    EngineConnection connection = connection(source);
    boolean opened = false;
    try {
      connection.open();
      opened = true;
      return connection;
    } finally {
      if (!opened) {
        connection.close();
      }
    }
  }

  /** A connection that takes its JDBC connection from {@code source}, at the first statement. */
  public Connection connect(ConnectionSource source) {
    return connection(source);
  }

  private EngineConnection connection(ConnectionSource from) {
    return new EngineConnection(this, from, connectionIds.incrementAndGet());
  }

  Leases leases() {
    return leases;
  }

  PhysicalConnections physicalConnections() {
    return physical;
  }

  /** A thread that holds the whole pool would wait for itself. */
  private void refuseToWaitForItself() {
    int size = poolSize();
    if (size > 0 && leases.count() >= size && leases.heldByThisThread() >= size) {
      throw exhausted("this thread holds every connection of the pool, which has ", null);
    }
  }

  /**
   * Runs {@code work} in a transaction on a connection of its own, and commits; any exception rolls back. Unchecked exceptions reach
   * the caller as they are, checked ones as the cause of an {@link AlchemyException}. It is taken to write: on SQLite its
   * first statement waits for the write lock, so work that only reads belongs in {@link #read}.
   */
  public void transaction(Work<? super Connection> work) {
    Works.transaction(this, connection -> {
      work.run(connection);
      return Boolean.TRUE;
    });
  }

  /** As {@link #transaction(Work)}, with a value. */
  public <T extends @Nullable Object> T transactionResult(
      WorkResult<? super Connection, ? extends T> work) {
    return Works.transaction(this, work);
  }

  /** As {@link #transaction(Work)}, run again as {@code retry} says when it loses against another transaction. */
  public void transaction(Retry retry, Work<? super Connection> work) {
    retry.run(() -> {
      transaction(work);
      return Boolean.TRUE;
    });
  }

  /** As {@link #transactionResult(WorkResult)}, run again as {@code retry} says when it loses against another transaction. */
  public <T extends @Nullable Object> T transactionResult(
      Retry retry, WorkResult<? super Connection, ? extends T> work) {
    return retry.<T>run(() -> this.<T>transactionResult(work));
  }

  /**
   * Runs {@code work} on a connection of its own, read-only, and commits nothing.
   *
   * @throws io.alchemy.error.InvalidRequestException when it tries to write
   */
  public <T extends @Nullable Object> T read(WorkResult<? super Connection, ? extends T> work) {
    return Works.read(this, work);
  }

  @Override
  public Inspector inspector() {
    return dialect()
        .inspector((sql, parameters) -> read(
            connection -> ((EngineConnection) connection).catalogReader().query(sql, parameters)));
  }

  @Override
  public void define(Consumer<? super DdlRunner> work) {
    try (Connection connection = connect()) {
      if (dialect().can(Capability.TRANSACTIONAL_DDL)) {
        connection.begin();
      } else {
        connection.autocommit();
      }
      connection.define(work);
      connection.commit();
    }
  }

  /** What the database is; for a data source whose URL is unknown, found out by connecting once. */
  public Dialect dialect() {
    Dialect known = dialect;
    if (known != null) {
      return known;
    }
    resolving.lock();
    try {
      known = dialect;
      if (known == null) {
        known = Dialects.ofDatabase(source);
        dialect = known;
      }
      return known;
    } catch (SQLException error) {
      throw cannotConnect(error);
    } finally {
      resolving.unlock();
    }
  }

  /** Where the database is; null for a data source that does not say. */
  public @Nullable EngineUrl url() {
    return url;
  }

  /** How busy the pool is. */
  public PoolStatus pool() {
    if (pool != null) {
      return pool.status();
    }
    if (dataSource instanceof HikariDataSource hikari) {
      return ConnectionPool.status(hikari.getHikariPoolMXBean(), hikari.getMaximumPoolSize());
    }
    return new PoolStatus(leases.count(), -1, -1, -1);
  }

  public void addListener(ExecutionListener listener) {
    listeners.add(listener);
  }

  /** Removes {@code listener}; nothing happens when it is not registered. */
  public void removeListener(ExecutionListener listener) {
    listeners.remove(listener);
  }

  /** Closes the pool, if it is the engine's own. */
  @Override
  public void close() {
    if (pool != null) {
      pool.close();
    }
  }

  Listeners listeners() {
    return listeners;
  }

  boolean hidesParameters() {
    return hideParameters;
  }

  List<String> describe(Parameters parameters) {
    return hideParameters ? List.of("(hidden)") : parameters.describe();
  }

  StatementCompiler compiler() {
    StatementCompiler known = compiler;
    if (known != null) {
      return known;
    }
    Dialect database = dialect();
    resolving.lock();
    try {
      known = compiler;
      if (known == null) {
        known = new StatementCompiler(database, CACHED_STATEMENTS);
        compiler = known;
      }
      return known;
    } finally {
      resolving.unlock();
    }
  }

  /** Closes a JDBC connection for good, where the pool lets us. */
  void discard(java.sql.Connection jdbc) {
    if (pool != null) {
      pool.evict(jdbc);
    } else if (dataSource instanceof HikariDataSource hikari) {
      hikari.evictConnection(jdbc);
    }
  }

  /** The most connections that the pool opens; -1 where it does not say. */
  private int poolSize() {
    if (pool != null) {
      return pool.size();
    }
    return dataSource instanceof HikariDataSource hikari ? hikari.getMaximumPoolSize() : -1;
  }

  /** How many milliseconds the pool waits for a free connection; null where it does not say. */
  private @Nullable Long poolTimeout() {
    if (pool != null) {
      return pool.timeout().toMillis();
    }
    return dataSource instanceof HikariDataSource hikari ? hikari.getConnectionTimeout() : null;
  }

  DatabaseException cannotConnect(SQLException error) {
    Long timeout = poolTimeout();
    boolean waited = timeout != null && error instanceof SQLTransientConnectionException;
    SQLException refused = waited && error.getCause() instanceof SQLException cause ? cause : null;
    PoolStatus status = pool();
    if (waited && (refused == null || status.active() >= status.size())) {
      return exhausted("no connection became free within " + timeout + " ms; the pool has ", error);
    }
    SQLException reason = refused == null ? error : refused;
    return new OperationalException(
        "cannot connect to " + database() + ": " + reason.getMessage(), null, List.of(), reason);
  }

  private String database() {
    return url == null ? String.valueOf(dataSource) : url.toString();
  }

  private ConnectionTimeoutException exhausted(String what, @Nullable SQLException cause) {
    int size = poolSize();
    return new ConnectionTimeoutException(
        what + size + (size == 1 ? " connection" : " connections") + ", held by:"
            + leases.describe(),
        null,
        List.of(),
        cause);
  }

  @Override
  public String toString() {
    return "Engine(" + database() + ")";
  }

  /** Configures an engine before it is made. */
  public static final class Builder {
    private final String url;
    private final @Nullable DataSource dataSource;
    private final List<ExecutionListener> listeners = new ArrayList<>();
    private int poolSize = 10;
    private int cachedStatements = 100;
    private Duration connectionTimeout = Duration.ofSeconds(30);
    private boolean echo;
    private boolean hideParameters;
    private boolean leakDetection;
    private @Nullable String username;
    private @Nullable String password;

    private Builder(String url, @Nullable DataSource dataSource) {
      this.url = url;
      this.dataSource = dataSource;
    }

    /** Logs every statement, its values and its time on the SLF4J logger {@code alchemy.sql}, at level INFO. */
    public Builder echo(boolean echo) {
      this.echo = echo;
      return this;
    }

    /**
     * Keeps bind values out of logs, events and exceptions: where the server's message quotes them (PostgreSQL's detail), only what
     * it says without them is told. A value that its type refuses before the database sees it is still named.
     */
    public Builder hideParameters(boolean hide) {
      this.hideParameters = hide;
      return this;
    }

    /** The most connections that the engine's own pool opens; 10 unless said. */
    public Builder poolSize(int size) {
      if (size < 1) {
        throw new ArgumentException("a pool has at least one connection, not " + size);
      }
      this.poolSize = size;
      return this;
    }

    /** How long {@code connect()} waits for a free connection; 30 seconds unless said, at least 250 milliseconds. */
    public Builder connectionTimeout(Duration timeout) {
      if (timeout.toMillis() < 250) {
        throw new ArgumentException(
            "a connection timeout is at least 250 ms, not " + timeout.toMillis() + " ms");
      }
      this.connectionTimeout = timeout;
      return this;
    }

    /** Remembers where each connection was taken, for the message that a pool is exhausted. Costs a stack trace for each. */
    public Builder leakDetection(boolean on) {
      this.leakDetection = on;
      return this;
    }

    /** The user to log in with, where the URL names none. */
    public Builder username(@Nullable String username) {
      this.username = username;
      return this;
    }

    /** The password to log in with, where the URL has none. */
    public Builder password(@Nullable String password) {
      this.password = password;
      return this;
    }

    /**
     * How many prepared statements each connection keeps, open and the driver's own; 100 unless said, 0 for none. None are kept of a
     * driver that Alchemy does not know, or where something else than HikariCP is around its connections.
     */
    public Builder cachedStatements(int count) {
      if (count < 0) {
        throw new ArgumentException("the number of cached statements is 0 or more, not " + count);
      }
      this.cachedStatements = count;
      return this;
    }

    /** Registers a listener; they are told in the order of registration. */
    public Builder listener(ExecutionListener listener) {
      listeners.add(listener);
      return this;
    }

    private List<ExecutionListener> allListeners() {
      List<ExecutionListener> all = new ArrayList<>(listeners);
      if (echo) {
        all.add(new EchoListener());
      }
      return all;
    }

    private HikariConfig poolConfiguration() {
      EngineUrl parsed = EngineUrl.parse(url);
      Dialect database = Dialects.forUrl(parsed.jdbcUrl(), parsed.toString());
      return ConnectionPool.configuration(
          parsed,
          parsed.user() == null ? username : parsed.user(),
          parsed.password() == null ? password : parsed.password(),
          database.driverSettings(parsed.jdbcUrl()),
          poolSize,
          connectionTimeout);
    }

    /**
     * The pool that an engine for this URL would have, opened by the first connection that is asked for. It is the caller's,
     * to share with other users of JDBC, to hand to {@link Engine#builder(DataSource)}, and to close.
     */
    public HikariDataSource buildPool() {
      HikariDataSource pool = new HikariDataSource();
      poolConfiguration().copyStateTo(pool);
      return pool;
    }

    /** The engine, which has connected to nothing yet. */
    public Engine build() {
      return new Engine(this);
    }
  }
}

package io.alchemy.spring.boot;

import io.alchemy.spring.schema.SchemaMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/** What an application can say about Alchemy in its configuration. */
@ConfigurationProperties("alchemy")
public class AlchemyProperties {

  /**
   * URL of the database, in Alchemy's form or JDBC's: sqlite:///file.db, postgresql://user:password@host/db, jdbc:…. Without
   * one spring.datasource.* is used, or any DataSource bean; without those, a SQLite database in memory.
   */
  private @Nullable String url;

  /** User to log in with, if the URL names none. */
  private @Nullable String username;

  /** Password to log in with, if the URL has none. */
  private @Nullable String password;

  /** Whether to log every statement, with its parameters and its time, on the logger alchemy.sql. */
  private boolean echo;

  /** Whether to keep the values of parameters out of logs and exceptions. */
  private boolean hideParameters;

  /** What to do about the mapped tables on start-up. */
  private SchemaMode createAll = SchemaMode.EMBEDDED;

  @NestedConfigurationProperty
  private final Pool pool = new Pool();

  @NestedConfigurationProperty
  private final Session session = new Session();

  public @Nullable String getUrl() {
    return url;
  }

  public void setUrl(@Nullable String url) {
    this.url = url;
  }

  public @Nullable String getUsername() {
    return username;
  }

  public void setUsername(@Nullable String username) {
    this.username = username;
  }

  public @Nullable String getPassword() {
    return password;
  }

  public void setPassword(@Nullable String password) {
    this.password = password;
  }

  public boolean isEcho() {
    return echo;
  }

  public void setEcho(boolean echo) {
    this.echo = echo;
  }

  public boolean isHideParameters() {
    return hideParameters;
  }

  public void setHideParameters(boolean hideParameters) {
    this.hideParameters = hideParameters;
  }

  public SchemaMode getCreateAll() {
    return createAll;
  }

  public void setCreateAll(SchemaMode createAll) {
    this.createAll = createAll;
  }

  public Pool getPool() {
    return pool;
  }

  public Session getSession() {
    return session;
  }

  /** The pool behind {@code alchemy.url}; a DataSource that exists already has a pool of its own. */
  public static class Pool {

    /** Most connections open at once; 1 for SQLite in memory, whatever is said here. */
    private int size = 10;

    /** Connections kept open while idle; none if not set. */
    private @Nullable Integer minimumIdle;

    /** Time to wait for a connection before giving up. */
    private Duration connectionTimeout = Duration.ofSeconds(30);

    /** Time after which a connection is replaced; the pool's own half hour if not set. */
    private @Nullable Duration maxLifetime;

    /** Time a connection is out before the pool logs a leak, with the stack of who took it; zero never does. */
    private Duration leakDetectionThreshold = Duration.ZERO;

    public int getSize() {
      return size;
    }

    public void setSize(int size) {
      this.size = size;
    }

    public @Nullable Integer getMinimumIdle() {
      return minimumIdle;
    }

    public void setMinimumIdle(@Nullable Integer minimumIdle) {
      this.minimumIdle = minimumIdle;
    }

    public Duration getConnectionTimeout() {
      return connectionTimeout;
    }

    public void setConnectionTimeout(Duration connectionTimeout) {
      this.connectionTimeout = connectionTimeout;
    }

    public @Nullable Duration getMaxLifetime() {
      return maxLifetime;
    }

    public void setMaxLifetime(@Nullable Duration maxLifetime) {
      this.maxLifetime = maxLifetime;
    }

    public Duration getLeakDetectionThreshold() {
      return leakDetectionThreshold;
    }

    public void setLeakDetectionThreshold(Duration leakDetectionThreshold) {
      this.leakDetectionThreshold = leakDetectionThreshold;
    }
  }

  /** How sessions behave. */
  public static class Session {

    /** Whether a web request has one session for all its transactions, so that views may load lazily. */
    private boolean requestScope = true;

    /** Whether what a transaction read must be read again once it has committed. */
    private boolean expireOnCommit;

    /** Whether a query first writes the pending changes that it could see. */
    private boolean autoflush = true;

    public boolean isRequestScope() {
      return requestScope;
    }

    public void setRequestScope(boolean requestScope) {
      this.requestScope = requestScope;
    }

    public boolean isExpireOnCommit() {
      return expireOnCommit;
    }

    public void setExpireOnCommit(boolean expireOnCommit) {
      this.expireOnCommit = expireOnCommit;
    }

    public boolean isAutoflush() {
      return autoflush;
    }

    public void setAutoflush(boolean autoflush) {
      this.autoflush = autoflush;
    }
  }
}

package io.alchemy.spring.boot;

import com.zaxxer.hikari.HikariDataSource;
import io.alchemy.engine.Engine;
import io.alchemy.error.ArgumentException;
import java.util.Properties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Gives the pool of {@code spring.datasource.url} the driver settings that one of {@code alchemy.url} has: SQLite enforces foreign
 * keys, waits for locks, and keeps a write-ahead log. What the URL or {@code spring.datasource.hikari.data-source-properties}
 * say wins. A DataSource that the application defines is left as it is; see {@link ForeignKeyCheck}.
 */
final class BootPoolSettings implements BeanPostProcessor {
  /** The name of Boot's pool, by which Boot's own post-processors find it too. */
  private static final String BOOTS_POOL = "dataSource";

  private final ObjectProvider<JdbcConnectionDetails> details;

  /** @param details there are none where the DataSource is the application's own */
  BootPoolSettings(ObjectProvider<JdbcConnectionDetails> details) {
    this.details = details;
  }

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (name.equals(BOOTS_POOL)
        && bean instanceof HikariDataSource pool
        && pool.getJdbcUrl() != null
        && details.getIfAvailable() != null) {
      Properties present = pool.getDataSourceProperties();
      settings(pool.getJdbcUrl()).forEach(present::putIfAbsent);
    }
    return bean;
  }

  /** Nothing is opened here: the pool is only asked how it would open connections. */
  private static Properties settings(String url) {
    try (HikariDataSource pool = Engine.builder(url).buildPool()) {
      return pool.getDataSourceProperties();
    } catch (ArgumentException e) {
      // The engine will say so, if this is the database that it is made of.
      return new Properties();
    }
  }
}

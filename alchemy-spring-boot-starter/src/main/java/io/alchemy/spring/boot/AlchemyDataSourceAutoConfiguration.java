package io.alchemy.spring.boot;

import com.zaxxer.hikari.HikariDataSource;
import io.alchemy.engine.Engine;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * The pool behind {@code alchemy.url}, as a DataSource that JDBC code of the application shares. Without any database
 * configured it is SQLite in memory. Connection details from elsewhere, Testcontainers or Docker Compose, come first.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "alchemy.enabled", matchIfMissing = true)
@ConditionalOnMissingBean({DataSource.class, XADataSource.class, JdbcConnectionDetails.class})
@EnableConfigurationProperties(AlchemyProperties.class)
public final class AlchemyDataSourceAutoConfiguration {
  private static final Logger log =
      LoggerFactory.getLogger(AlchemyDataSourceAutoConfiguration.class);
  private static final String IN_MEMORY = "sqlite:///:memory:";

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean(Engine.class)
  @Conditional(OnDatabase.class)
  HikariDataSource dataSource(AlchemyProperties properties) {
    String url = properties.getUrl();
    if (StringUtils.hasText(url)) {
      return pool(url, properties);
    }
    log.info(
        "Neither alchemy.url nor spring.datasource.url is set: SQLite in memory is used, and its data is gone when the"
            + " application ends");
    return pool(IN_MEMORY, properties);
  }

  private static HikariDataSource pool(String url, AlchemyProperties properties) {
    AlchemyProperties.Pool wanted = properties.getPool();
    HikariDataSource pool = Engine.builder(url)
        .username(properties.getUsername())
        .password(properties.getPassword())
        .poolSize(wanted.getSize())
        .connectionTimeout(wanted.getConnectionTimeout())
        .buildPool();
    if (wanted.getMinimumIdle() != null) {
      pool.setMinimumIdle(Math.min(wanted.getMinimumIdle(), pool.getMaximumPoolSize()));
    }
    if (wanted.getMaxLifetime() != null) {
      pool.setMaxLifetime(wanted.getMaxLifetime().toMillis());
    }
    pool.setLeakDetectionThreshold(wanted.getLeakDetectionThreshold().toMillis());
    return pool;
  }

  static class OnDatabase extends SpringBootCondition {
    private static final String[] BOOT = {
      "spring.datasource.url",
      "spring.datasource.jndi-name",
      "spring.datasource.type",
      "spring.datasource.driver-class-name",
      "spring.datasource.embedded-database-connection",
      "spring.datasource.xa.data-source-class-name"
    };

    @Override
    public ConditionOutcome getMatchOutcome(
        ConditionContext context, AnnotatedTypeMetadata metadata) {
      ConditionMessage.Builder message = ConditionMessage.forCondition("Alchemy database");
      if (StringUtils.hasText(context.getEnvironment().getProperty("alchemy.url"))) {
        return ConditionOutcome.match(message.because("alchemy.url is set"));
      }
      for (String property : BOOT) {
        if (StringUtils.hasText(context.getEnvironment().getProperty(property))) {
          return ConditionOutcome.noMatch(message.because(property + " is set"));
        }
      }
      return ConditionOutcome.match(message.because("no database is configured: SQLite in memory"));
    }
  }
}

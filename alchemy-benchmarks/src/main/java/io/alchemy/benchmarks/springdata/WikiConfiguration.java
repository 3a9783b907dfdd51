package io.alchemy.benchmarks.springdata;

import com.zaxxer.hikari.HikariDataSource;
import io.alchemy.benchmarks.database.DatabaseKind;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans, as the reference manual lists them for those who have no Spring Boot. */
@Configuration(proxyBeanMethods = false)
class WikiConfiguration extends AbstractJdbcConfiguration {
  private static final int FETCH_SIZE = 1_000;

  private final DatabaseKind kind;
  private final HikariDataSource pool;

  WikiConfiguration(DatabaseKind kind, HikariDataSource pool) {
    this.kind = kind;
    this.pool = pool;
  }

  @Bean
  NamedParameterJdbcOperations operations() {
    JdbcTemplate template = new JdbcTemplate(pool);
    template.setFetchSize(FETCH_SIZE);
    return new NamedParameterJdbcTemplate(template);
  }

  @Bean
  TransactionOperations transactions() {
    return new TransactionTemplate(new JdbcTransactionManager(pool));
  }

  @Override
  public JdbcDialect jdbcDialect(NamedParameterJdbcOperations operations) {
    return kind == DatabaseKind.SQLITE ? new SqliteDialect() : super.jdbcDialect(operations);
  }

  @Override
  protected List<?> userConverters() {
    return kind == DatabaseKind.SQLITE ? IsoTextConversions.both() : List.of();
  }

  @Override
  protected Set<Class<?>> getInitialEntitySet() {
    return Set.of(Page.class, Comment.class, Tag.class);
  }
}

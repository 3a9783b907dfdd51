package io.alchemy.spring.boot;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;

/** Application contexts with the auto-configuration that an application with the starter has. */
public final class Runners {
  private static final AutoConfigurations ALL = AutoConfigurations.of(
      AlchemyAutoConfiguration.class,
      AlchemyDataSourceAutoConfiguration.class,
      AlchemyWebAutoConfiguration.class,
      DataSourceAutoConfiguration.class,
      DataSourceInitializationAutoConfiguration.class,
      DataSourceTransactionManagerAutoConfiguration.class,
      JdbcTemplateAutoConfiguration.class,
      PersistenceExceptionTranslationAutoConfiguration.class,
      TransactionAutoConfiguration.class,
      TransactionManagerCustomizationAutoConfiguration.class);

  private Runners() {}

  public static ApplicationContextRunner application() {
    return new ApplicationContextRunner().withConfiguration(ALL);
  }

  public static WebApplicationContextRunner web() {
    return new WebApplicationContextRunner().withConfiguration(ALL);
  }
}

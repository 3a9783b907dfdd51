package io.alchemy.spring.test;

import com.zaxxer.hikari.HikariDataSource;
import io.alchemy.engine.Engine;
import io.alchemy.spring.boot.AlchemyDataSourceAutoConfiguration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.container.ContainerImageMetadata;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.BoundPropertiesTrackingBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Puts SQLite in memory in the place of the application's database, for {@link TestDatabase#IN_MEMORY}. */
@AutoConfiguration(
    before = {AlchemyDataSourceAutoConfiguration.class, DataSourceAutoConfiguration.class})
public final class TestDatabaseAutoConfiguration {

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  @ConditionalOnProperty(name = "alchemy.test.database", havingValue = "IN_MEMORY")
  static ReplacedDatabase alchemyTestDatabase(Environment environment) {
    return new ReplacedDatabase(environment);
  }

  @Order(Ordered.LOWEST_PRECEDENCE)
  static final class ReplacedDatabase implements BeanDefinitionRegistryPostProcessor {
    private static final Logger log = LoggerFactory.getLogger(TestDatabaseAutoConfiguration.class);

    /** The property sources that hold what a test says for itself. */
    private static final List<String> OF_THE_TEST =
        List.of("Dynamic Test Properties", "Inlined Test Properties");

    private final Environment environment;

    ReplacedDatabase(Environment environment) {
      this.environment = environment;
    }

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
      if (registry instanceof ConfigurableListableBeanFactory beans) {
        replace(registry, beans);
      }
    }

    private void replace(BeanDefinitionRegistry registry, ConfigurableListableBeanFactory beans) {
      if (isOfTheTest("alchemy.url")
          || isOfTheTest("spring.datasource.url")
          || isContainer(beans)) {
        return;
      }
      String name = dataSource(beans);
      if (name == null) {
        log.warn(
            "There is no DataSource bean, or several and none of them primary: the tests use what the application configures");
        return;
      }
      RootBeanDefinition replacement = new RootBeanDefinition(
          HikariDataSource.class, () -> Engine.builder("sqlite:///:memory:").buildPool());
      replacement.setDestroyMethodName("close");
      replacement.setPrimary(beans.getBeanDefinition(name).isPrimary());
      registry.removeBeanDefinition(name);
      registry.registerBeanDefinition(name, replacement);
      log.info("The tests use SQLite in memory in the place of the DataSource '{}'", name);
    }

    private static @Nullable String dataSource(ConfigurableListableBeanFactory beans) {
      String[] names = beans.getBeanNamesForType(DataSource.class, true, false);
      if (names.length == 1) {
        return names[0];
      }
      for (String name : names) {
        if (beans.getBeanDefinition(name).isPrimary()) {
          return name;
        }
      }
      return null;
    }

    private static boolean isContainer(ConfigurableListableBeanFactory beans) {
      for (String name : beans.getBeanNamesForType(JdbcConnectionDetails.class, true, false)) {
        try {
          if (ContainerImageMetadata.isPresent(beans.getBeanDefinition(name))) {
            return true;
          }
        } catch (NoSuchBeanDefinitionException e) {
          // A singleton that was registered by hand has no definition, and comes from no container.
        }
      }
      return false;
    }

    private boolean isOfTheTest(String property) {
      List<ConfigurationProperty> bound = new ArrayList<>();
      Binder.get(environment, new BoundPropertiesTrackingBindHandler(bound::add))
          .bind(property, Bindable.of(String.class));
      return !bound.isEmpty() && isOfTheTest(bound.get(0).getOrigin());
    }

    private static boolean isOfTheTest(@Nullable Origin origin) {
      return origin instanceof PropertySourceOrigin source
          && OF_THE_TEST.contains(source.getPropertySource().getName());
    }
  }
}

package io.alchemy.spring.diagnostics;

import io.alchemy.engine.Engine;
import io.alchemy.orm.Registry;
import io.alchemy.orm.Session;
import io.alchemy.orm.SessionMaker;
import java.util.Arrays;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Says why there is no session to inject: Alchemy is switched off, or there is no DataSource, or more than one. */
class MissingSessionFailureAnalyzer extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException>
    implements Ordered {
  private static final Set<Class<?>> OURS =
      Set.of(Session.class, SessionMaker.class, Engine.class, Registry.class);

  private final BeanFactory beans;
  private final Environment environment;

  MissingSessionFailureAnalyzer(BeanFactory beans, Environment environment) {
    this.beans = beans;
    this.environment = environment;
  }

  /** Before Boot's own, which would say less. */
  @Override
  public int getOrder() {
    return 0;
  }

  @Override
  protected @Nullable FailureAnalysis analyze(
      Throwable failure, NoSuchBeanDefinitionException cause) {
    Class<?> type = cause.getBeanType();
    if (type == null || !OURS.contains(type) || cause.getNumberOfBeansFound() > 0) {
      return null;
    }
    String what = "There is no " + type.getName() + " bean, because ";
    if (!environment.getProperty("alchemy.enabled", Boolean.class, true)) {
      return new FailureAnalysis(
          what + "alchemy.enabled is false.", "Remove alchemy.enabled, or set it to true.", cause);
    }
    String[] sources = beans instanceof ListableBeanFactory listable
        ? BeanFactoryUtils.beanNamesForTypeIncludingAncestors(listable, DataSource.class)
        : new String[0];
    if (sources.length > 1) {
      Arrays.sort(sources);
      return new FailureAnalysis(
          what
              + "there are "
              + sources.length
              + " DataSource beans and none of them is primary: "
              + String.join(", ", sources)
              + ".",
          "Mark one of them @Primary. For a second database define an Engine, a Registry, a SessionMaker and an"
              + " AlchemyTransactionManager of its own, each with a qualifier and @Bean(defaultCandidate = false).",
          cause);
    }
    if (sources.length == 1) {
      return null;
    }
    if (isReactive()) {
      return new FailureAnalysis(
          what + "there is an R2DBC ConnectionFactory, and Spring Boot then makes no DataSource.",
          "Alchemy uses JDBC: set alchemy.url, or define a DataSource bean beside the ConnectionFactory.",
          cause);
    }
    return new FailureAnalysis(
        what + "there is no DataSource bean.",
        "Set alchemy.url, or spring.datasource.url; and if auto-configuration was excluded, import"
            + " AlchemyAutoConfiguration.",
        cause);
  }

  private boolean isReactive() {
    try {
      Class<?> type =
          Class.forName("io.r2dbc.spi.ConnectionFactory", false, getClass().getClassLoader());
      return beans.getBeanProvider(type).stream().findAny().isPresent();
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}

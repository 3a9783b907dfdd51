package io.alchemy.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.engine.Engine;
import io.alchemy.engine.ExecutionListener;
import io.alchemy.engine.StatementEvent;
import io.alchemy.orm.Registry;
import io.alchemy.orm.Session;
import io.alchemy.orm.SessionMaker;
import io.alchemy.schema.MetaData;
import io.alchemy.spring.schema.AlchemySchemaInitializer;
import io.alchemy.spring.schema.SchemaMode;
import io.alchemy.spring.session.RequestSessionInterceptor;
import io.alchemy.spring.transaction.AlchemyExceptionTranslator;
import io.alchemy.spring.transaction.AlchemyTransactionManager;
import io.alchemy.spring.wiki.Article;
import io.alchemy.spring.wiki.WikiMappings;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Which beans there are, and which stand back for the application's own. */
class AlchemyAutoConfigurationTests {
  private final ApplicationContextRunner context = Runners.application();

  @Test
  void everythingIsThereWithoutAnyProperty() {
    context.run(application -> assertThat(application)
        .hasNotFailed()
        .hasSingleBean(DataSource.class)
        .hasSingleBean(Engine.class)
        .hasSingleBean(MetaData.class)
        .hasSingleBean(Registry.class)
        .hasSingleBean(SessionMaker.class)
        .hasSingleBean(Session.class)
        .hasSingleBean(AlchemyTransactionManager.class)
        .hasSingleBean(TransactionTemplate.class)
        .hasSingleBean(AlchemySchemaInitializer.class)
        .hasSingleBean(AlchemyExceptionTranslator.class));
  }

  @Test
  void nothingIsThereIfSwitchedOff() {
    context
        .withPropertyValues("alchemy.enabled=false", "spring.datasource.url=jdbc:sqlite::memory:")
        .run(application -> assertThat(application)
            .hasNotFailed()
            .doesNotHaveBean(Engine.class)
            .doesNotHaveBean(Session.class)
            .doesNotHaveBean(AlchemyTransactionManager.class));
  }

  @Test
  void aMetaDataOfTheApplicationIsUsed() {
    MetaData own = new MetaData();
    context.withBean(MetaData.class, () -> own).run(application -> {
      assertThat(application.getBean(MetaData.class)).isSameAs(own);
      assertThat(application.getBean(Registry.class).metadata()).isSameAs(own);
    });
  }

  @Test
  void aRegistryOfTheApplicationIsUsed() {
    Registry own = new Registry(new MetaData());
    context
        .withBean(Registry.class, () -> own)
        .run(application -> assertThat(application.getBean(Registry.class)).isSameAs(own));
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnMaker {
    @Bean
    SessionMaker ownMaker(Registry registry, Engine engine) {
      return SessionMaker.builder(registry, engine).build();
    }
  }

  @Test
  void aSessionMakerOfTheApplicationIsUsed() {
    context
        .withUserConfiguration(OwnMaker.class)
        .run(application ->
            assertThat(application).hasSingleBean(SessionMaker.class).hasBean("ownMaker"));
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnSession {
    @Bean
    Session ownSession(SessionMaker maker) {
      return maker.open();
    }
  }

  @Test
  void aSessionOfTheApplicationIsUsed() {
    context
        .withUserConfiguration(OwnSession.class)
        .run(application ->
            assertThat(application).hasSingleBean(Session.class).hasBean("ownSession"));
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnManager {
    @Bean
    PlatformTransactionManager ownManager(DataSource source) {
      return new JdbcTransactionManager(source);
    }
  }

  @Test
  void aTransactionManagerOfTheApplicationIsUsed() {
    context
        .withUserConfiguration(OwnManager.class)
        .run(application -> assertThat(application)
            .hasSingleBean(TransactionManager.class)
            .doesNotHaveBean(AlchemyTransactionManager.class));
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnInitializer {
    @Bean
    AlchemySchemaInitializer ownInitializer(Engine engine, DataSource source) {
      return new AlchemySchemaInitializer(engine, source, List.of(), SchemaMode.NEVER, List.of());
    }
  }

  @Test
  void aSchemaInitializerOfTheApplicationIsUsed() {
    context
        .withUserConfiguration(OwnInitializer.class)
        .run(application -> assertThat(application)
            .hasSingleBean(AlchemySchemaInitializer.class)
            .hasBean("ownInitializer"));
  }

  @Test
  void listenersHearTheStatements() {
    List<String> heard = new ArrayList<>();
    ExecutionListener listener = new ExecutionListener() {
      @Override
      public void beforeExecute(StatementEvent event) {
        heard.add(event.sql());
      }
    };
    context.withBean(ExecutionListener.class, () -> listener).run(application -> {
      heard.clear();
      application.getBean(Engine.class).transaction(c -> c.execute("SELECT 1").all());
      assertThat(heard).containsExactly("SELECT 1");
    });
  }

  @Test
  void customizersAreCalled() {
    List<String> called = new ArrayList<>();
    context
        .withBean(EngineCustomizer.class, () -> builder -> called.add("engine"))
        .withBean(RegistryCustomizer.class, () -> registry -> called.add("registry"))
        .withBean(SessionMakerCustomizer.class, () -> builder -> called.add("maker"))
        .run(application ->
            assertThat(called).containsExactlyInAnyOrder("engine", "registry", "maker"));
  }

  @Test
  void classesAreMappedByHand() {
    context
        .withUserConfiguration(WikiMappings.class)
        .run(application -> assertThat(
                application.getBean(Registry.class).table(Article.class).name())
            .isEqualTo("article"));
  }

  @Test
  void aWebApplicationHasASessionForEachRequest() {
    Runners.web()
        .run(application -> assertThat(application).hasSingleBean(RequestSessionInterceptor.class));
  }

  @Test
  void requestsHaveNoSessionIfSwitchedOff() {
    Runners.web()
        .withPropertyValues("alchemy.session.request-scope=false")
        .run(application -> assertThat(application)
            .hasNotFailed()
            .doesNotHaveBean(RequestSessionInterceptor.class));
  }

  @Test
  void otherApplicationsHaveNoRequestSession() {
    context.run(
        application -> assertThat(application).doesNotHaveBean(RequestSessionInterceptor.class));
  }

  @Test
  void withoutSpringMvcThereIsNoRequestSession() {
    Runners.web()
        .withClassLoader(new FilteredClassLoader(WebMvcConfigurer.class))
        .run(application -> assertThat(application)
            .hasNotFailed()
            .doesNotHaveBean(RequestSessionInterceptor.class));
  }
}

package io.alchemy.spring.boot;

import io.alchemy.engine.Engine;
import io.alchemy.engine.ExecutionListener;
import io.alchemy.orm.Registry;
import io.alchemy.orm.Session;
import io.alchemy.orm.SessionMaker;
import io.alchemy.schema.MetaData;
import io.alchemy.spring.schema.AlchemySchemaInitializer;
import io.alchemy.spring.session.TransactionalSession;
import io.alchemy.spring.transaction.AlchemyExceptionTranslator;
import io.alchemy.spring.transaction.AlchemyTransactionManager;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.context.annotation.Role;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.TransactionManager;
import org.springframework.util.StringUtils;

/**
 * Alchemy over the application's DataSource: engine, mappings, sessions, transactions, tables. Each bean stands back for one
 * that the application defines.
 */
@AutoConfiguration(
    after = {
      AlchemyDataSourceAutoConfiguration.class,
      DataSourceAutoConfiguration.class,
      TransactionManagerCustomizationAutoConfiguration.class
    },
    afterName = {
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
      "org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration"
    },
    before = {
      TransactionAutoConfiguration.class,
      DataSourceTransactionManagerAutoConfiguration.class
    })
@ConditionalOnBooleanProperty(name = "alchemy.enabled", matchIfMissing = true)
@ConditionalOnSingleCandidate(DataSource.class)
@EnableConfigurationProperties(AlchemyProperties.class)
@Import(DatabaseInitializationDependencyConfigurer.class)
@ImportRuntimeHints(AlchemyAutoConfiguration.Hints.class)
public final class AlchemyAutoConfiguration {
  private static final Logger log = LoggerFactory.getLogger(AlchemyAutoConfiguration.class);

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  Engine alchemyEngine(
      DataSource dataSource,
      AlchemyProperties properties,
      ObjectProvider<AlchemyDataSourceAutoConfiguration> ofUrl,
      ObjectProvider<JdbcConnectionDetails> details,
      ObjectProvider<ExecutionListener> listeners,
      ObjectProvider<EngineCustomizer> customizers) {
    if (StringUtils.hasText(properties.getUrl())
        && ofUrl.getIfAvailable() == null
        && details.getIfAvailable() == null) {
      log.warn(
          "alchemy.url is not used, as the application defines a DataSource bean; remove one of the two");
    }
    Engine.Builder builder = Engine.builder(target(dataSource))
        .echo(properties.isEcho())
        .hideParameters(properties.isHideParameters());
    listeners.orderedStream().forEach(builder::listener);
    customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
    return builder.build();
  }

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static BootPoolSettings alchemyBootPoolSettings(ObjectProvider<JdbcConnectionDetails> details) {
    return new BootPoolSettings(details);
  }

  @Bean
  ForeignKeyCheck alchemyForeignKeyCheck(Engine engine) {
    return new ForeignKeyCheck(engine);
  }

  @Bean
  @ConditionalOnMissingBean
  MetaData alchemyMetaData() {
    return new MetaData();
  }

  @Bean
  @ConditionalOnMissingBean
  Registry alchemyRegistry(
      ObjectProvider<MetaData> metadata,
      ApplicationContext context,
      ObjectProvider<RegistryCustomizer> customizers) {
    Registry registry = new Registry(metadata.getIfUnique(MetaData::new));
    // First what is mapped by calls: annotated classes may refer to it.
    customizers.orderedStream().forEach(customizer -> customizer.customize(registry));
    registry.mapAnnotated(new MappedClassScanner(context).scan());
    registry.configure();
    return registry;
  }

  @Bean
  @ConditionalOnMissingBean
  SessionMaker alchemySessionMaker(
      Registry registry,
      Engine engine,
      AlchemyProperties properties,
      ObjectProvider<SessionMakerCustomizer> customizers) {
    SessionMaker.Builder builder = SessionMaker.builder(registry, engine)
        .autoflush(properties.getSession().isAutoflush())
        .expireOnCommit(properties.getSession().isExpireOnCommit());
    customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
    return builder.build();
  }

  @Bean
  @ConditionalOnMissingBean
  Session alchemySession(
      SessionMaker maker, DataSource dataSource, AlchemyExceptionTranslator translator) {
    return TransactionalSession.of(maker, target(dataSource), translator);
  }

  /** A proxy that hands out the transaction's connection is no source of connections for transactions. */
  private static DataSource target(DataSource dataSource) {
    return dataSource instanceof TransactionAwareDataSourceProxy proxy
            && proxy.getTargetDataSource() != null
        ? proxy.getTargetDataSource()
        : dataSource;
  }

  @Bean
  @ConditionalOnMissingBean
  AlchemyExceptionTranslator alchemyExceptionTranslator(
      ObjectProvider<SQLExceptionTranslator> first) {
    return new AlchemyExceptionTranslator(first.getIfUnique());
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnMissingBean(TransactionManager.class)
  static class Transactions {
    @Bean
    AlchemyTransactionManager transactionManager(
        SessionMaker maker,
        Engine engine,
        DataSource dataSource,
        AlchemyExceptionTranslator translator,
        ObjectProvider<TransactionManagerCustomizers> customizers) {
      AlchemyTransactionManager manager = new AlchemyTransactionManager(maker, engine, dataSource);
      manager.setExceptionTranslator(translator);
      customizers.ifAvailable(available -> available.customize(manager));
      return manager;
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Schema {
    @Bean
    @ConditionalOnMissingBean
    AlchemySchemaInitializer alchemySchemaInitializer(
        Engine engine,
        DataSource dataSource,
        Registry registry,
        ObjectProvider<MetaData> metadata,
        AlchemyProperties properties,
        ObjectProvider<SchemaManagementProvider> managers) {
      Set<MetaData> schemas = new LinkedHashSet<>(registry.allMetadata());
      metadata.orderedStream().forEach(schemas::add);
      return new AlchemySchemaInitializer(
          engine,
          dataSource,
          List.copyOf(schemas),
          properties.getCreateAll(),
          managers.orderedStream().toList());
    }

    /** Tables are created on start-up even where beans are made when they are first needed. */
    @Bean
    static LazyInitializationExcludeFilter alchemySchemaInitializerIsEager() {
      return LazyInitializationExcludeFilter.forBeanTypes(AlchemySchemaInitializer.class);
    }
  }

  /** The injected session is a JDK proxy. */
  static final class Hints implements RuntimeHintsRegistrar {
    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
      hints.proxies().registerJdkProxy(Session.class);
    }
  }
}

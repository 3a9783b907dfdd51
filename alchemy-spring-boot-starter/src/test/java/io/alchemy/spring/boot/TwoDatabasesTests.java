package io.alchemy.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.alchemy.engine.Engine;
import io.alchemy.orm.Registry;
import io.alchemy.orm.Session;
import io.alchemy.orm.SessionMaker;
import io.alchemy.schema.MetaData;
import io.alchemy.spring.NothingIsLeftBehind;
import io.alchemy.spring.session.TransactionalSession;
import io.alchemy.spring.transaction.AlchemyExceptionTranslator;
import io.alchemy.spring.transaction.AlchemyTransactionManager;
import io.alchemy.spring.wiki.Article;
import io.alchemy.spring.wiki.WikiMappings;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A second database beside the one that is configured by itself: how the documentation says it is done. */
class TwoDatabasesTests {

  @Configuration(proxyBeanMethods = false)
  static class Archive {
    @Bean(defaultCandidate = false)
    @Qualifier("archive")
    HikariDataSource archiveDataSource() {
      return Engine.builder("sqlite:///:memory:").buildPool();
    }

    @Bean(defaultCandidate = false)
    @Qualifier("archive")
    SessionMaker archiveSessionMaker(@Qualifier("archive") DataSource source) {
      Registry registry = new Registry(new MetaData());
      new WikiMappings().customize(registry);
      Engine engine = Engine.of(source);
      registry.allMetadata().forEach(schema -> schema.createAll(engine));
      return SessionMaker.builder(registry, engine).expireOnCommit(false).build();
    }

    @Bean(defaultCandidate = false)
    @Qualifier("archive")
    Session archiveSession(
        @Qualifier("archive") SessionMaker maker,
        @Qualifier("archive") DataSource source,
        AlchemyExceptionTranslator translator) {
      return TransactionalSession.of(maker, source, translator);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("archive")
    AlchemyTransactionManager archiveTransactionManager(
        @Qualifier("archive") SessionMaker maker, @Qualifier("archive") DataSource source) {
      return new AlchemyTransactionManager(maker, maker.engine(), source);
    }
  }

  @Component
  static class Archivist {
    private final Session session;
    private final Session archive;

    Archivist(Session session, @Qualifier("archive") Session archive) {
      this.session = session;
      this.archive = archive;
    }

    @Transactional
    public void write(String title) {
      session.add(new Article(title));
    }

    @Transactional("archive")
    public void keep(String title) {
      archive.add(new Article(title));
    }

    public List<String> titles() {
      return session.query(Article.class).all().stream().map(Article::getTitle).toList();
    }

    public List<String> archived() {
      return archive.query(Article.class).all().stream().map(Article::getTitle).toList();
    }
  }

  @Test
  void eachHasItsSessionsAndTransactions() {
    Runners.application()
        .withUserConfiguration(Archive.class, WikiMappings.class, Archivist.class)
        .run(application -> {
          assertThat(application).hasNotFailed();
          Archivist archivist = application.getBean(Archivist.class);
          archivist.write("New");
          archivist.keep("Old");
          assertThat(archivist.titles()).containsExactly("New");
          assertThat(archivist.archived()).containsExactly("Old");
          NothingIsLeftBehind.in(application);
        });
  }
}

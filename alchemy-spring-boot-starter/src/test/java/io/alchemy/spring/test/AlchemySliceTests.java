package io.alchemy.spring.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemy.engine.Engine;
import io.alchemy.orm.Session;
import io.alchemy.spring.NothingIsLeftBehind;
import io.alchemy.spring.wiki.Article;
import io.alchemy.spring.wiki.ArticleRepository;
import io.alchemy.spring.wiki.ArticleService;
import io.alchemy.spring.wiki.Label;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.jdbc.Sql;
import org.springframework.test.jdbc.JdbcTestUtils;

/** The slice, tried on the wiki: what is there, in which database, and that nothing stays. */
@ExtendWith(NothingIsLeftBehind.class)
@AlchemyTest
@ContextConfiguration(classes = io.alchemy.spring.wiki.WikiApplication.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AlchemySliceTests {
  @Autowired
  Session session;

  @Autowired
  JdbcTemplate jdbc;

  @Autowired
  ApplicationContext application;

  @Test
  @Order(1)
  void whatATestWritesIsThere() {
    session.add(new Article("Home"));
    session.add(new Label("java"));
    session.flush();

    assertThat(JdbcTestUtils.countRowsInTable(jdbc, "article")).isEqualTo(1);
    assertThat(JdbcTestUtils.countRowsInTable(jdbc, "label")).isEqualTo(1);
  }

  @Test
  @Order(2)
  void whatAnotherTestWroteIsGone() {
    assertThat(session.query(Article.class).all()).isEmpty();
    assertThat(session.query(Label.class).all()).isEmpty();
  }

  @Test
  void theDatabaseIsSqliteInMemory() {
    assertThat(application.getBean(Engine.class).dialect().name()).isEqualTo("sqlite");
    assertThat(jdbc.queryForList("PRAGMA database_list").get(0).get("file")).isEqualTo("");
  }

  @Test
  void repositoriesArePartOfTheSliceAndServicesAreNot() {
    assertThat(application.getBeanProvider(ArticleRepository.class).getIfAvailable())
        .isNotNull();
    assertThat(application.getBeanProvider(ArticleService.class).getIfAvailable())
        .isNull();
  }

  @Test
  void exceptionsOfRepositoriesAreSprings() {
    ArticleRepository articles = application.getBean(ArticleRepository.class);
    articles.save(new Article("Home"));

    assertThatExceptionOfType(DuplicateKeyException.class)
        .isThrownBy(() -> articles.save(new Article("Home")));
  }

  @Test
  @Sql("/articles.sql")
  void scriptsRunInTheTestsTransaction() {
    assertThat(session.query(Article.class).one().getTitle()).isEqualTo("From a script");
  }
}

package io.alchemy.demo.wiki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.OK;

import io.alchemy.demo.wiki.model.Page;
import io.alchemy.orm.Session;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** A wiki that starts for the first time, and again. */
class SeedsTest {
  private static final Pattern LINK = Pattern.compile("href=\"(/(?:pages|tags)/[^\"]+)\"");

  @TempDir
  Path directory;

  @Test
  void aNewWikiExplainsItself() {
    try (ConfigurableApplicationContext wiki = start()) {
      Visitor visitor = visitor(wiki);
      Answer list = visitor
          .get("/")
          .has(OK)
          .shows("Welcome", "The session", "Loading without N+1", "alchemy");
      int links = 0;
      for (MatchResult link : LINK.matcher(list.main()).results().toList()) {
        visitor.get(link.group(1)).has(OK);
        links++;
      }
      assertThat(links).isGreaterThan(10);
    }
  }

  @Test
  void whatWasWrittenIsThereAfterARestartAndNothingIsSeededTwice() {
    long pages;
    try (ConfigurableApplicationContext wiki = start()) {
      visitor(wiki).newPage("Mine", "stays");
      pages = count(wiki);
    }
    try (ConfigurableApplicationContext wiki = start()) {
      assertThat(count(wiki)).isEqualTo(pages);
      visitor(wiki).get("/").shows("Mine");
    }
  }

  private ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(WikiApplication.class)
        .web(WebApplicationType.SERVLET)
        .properties("server.port=0", "alchemy.url=sqlite:///" + directory.resolve("wiki.db"))
        .run();
  }

  private static Visitor visitor(ConfigurableApplicationContext wiki) {
    return new Visitor(MockMvcTester.create(
        MockMvcBuilders.webAppContextSetup((WebApplicationContext) wiki).build()));
  }

  private static long count(ConfigurableApplicationContext wiki) {
    Session session = wiki.getBean(Session.class);
    return wiki.getBean(TransactionTemplate.class)
        .execute(status -> session.query(Page.class).count());
  }
}

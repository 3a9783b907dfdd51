package io.alchemy.demo.wiki.seeds;

import io.alchemy.demo.wiki.model.Page;
import io.alchemy.demo.wiki.model.Tag;
import io.alchemy.demo.wiki.model.TagName;
import io.alchemy.orm.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the first pages into a wiki that has none. {@code wiki.seeds=false} leaves it empty. */
@Component
@ConditionalOnBooleanProperty(name = "wiki.seeds", matchIfMissing = true)
class Seeds implements ApplicationRunner {
  /** Oldest first: the last one is on top of the list. */
  private static final String[] FILES = {
    "markdown", "cache", "loading", "session", "expressions", "welcome"
  };

  private final Session session;

  Seeds(Session session) {
    this.session = session;
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) throws IOException {
    if (session.query(Page.class).exists()) {
      return;
    }
    Map<TagName, Tag> tags = new HashMap<>();
    for (String file : FILES) {
      Seed seed = Seed.parse(read(file));
      Page page = new Page(seed.title(), seed.heading(), seed.content());
      page.getComments().addAll(seed.comments());
      for (TagName name : seed.tags()) {
        page.getTags().add(tags.computeIfAbsent(name, Tag::new));
      }
      session.add(page); // its comments and tags come along
    }
  }

  private static String read(String file) throws IOException {
    return new ClassPathResource("seeds/" + file + ".md")
        .getContentAsString(StandardCharsets.UTF_8);
  }
}

package io.alchemy.test.loading;

import io.alchemy.orm.Registry;
import io.alchemy.orm.Session;
import io.alchemy.orm.SessionMaker;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.wiki.Comment;
import io.alchemy.test.wiki.Model;
import io.alchemy.test.wiki.Page;
import io.alchemy.test.wiki.Tag;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests over the tutorial's wiki: pages {@code p1} to {@code p4}, two comments each but none for the last, three tags. */
abstract class WikiTests {
  static final int PAGES = 4;

  final TestDatabase database;
  final Statements statements;
  final Registry registry = Model.registry();
  final SessionMaker maker;
  final Session session;

  WikiTests(TestDatabase database) {
    this.database = database;
    this.statements = new Statements(database.engine());
    this.maker = SessionMaker.builder(registry, database.engine()).build();
    this.session = maker.open();
  }

  @BeforeEach
  void fill() {
    database.clear();
    Model.METADATA.createAll(database.engine());
    maker.transaction(this::write);
    statements.take();
  }

  void write(Session s) {
    List<Tag> tags = new ArrayList<>();
    for (String name : List.of("java", "sql", "orm")) {
      Tag tag = new Tag();
      tag.setName(name);
      tags.add(tag);
    }
    s.addAll(tags);
    for (int i = 1; i <= PAGES; i++) {
      Page page = new Page();
      page.setTitle("p" + i);
      page.setContent("content " + i);
      page.setHeading("h" + i);
      for (int c = 1; i < PAGES && c <= 2; c++) {
        page.getComments().add(comment("c" + i + c, c));
      }
      page.getTags().add(tags.get(i % 3));
      page.getTags().add(tags.get((i + 1) % 3));
      s.add(page);
    }
  }

  static Comment comment(String name, int hour) {
    Comment comment = new Comment();
    comment.setName(name);
    comment.setEmail(name + "@example.com");
    comment.setContent("said " + name);
    comment.setCreated(LocalDateTime.of(2026, 1, 1, 20 - hour, 0));
    return comment;
  }

  @AfterEach
  void close() {
    session.close();
    statements.close();
  }

  /** How a statement goes on after {@code FROM table} that finds rows by many keys: only H2 joins them. */
  String byKeys(String column) {
    return database.engine().dialect().name().equals("h2")
        ? " JOIN UNNEST(CAST(? AS INTEGER ARRAY)) AS alchemy_keys (alchemy_key) ON " + column
            + " = alchemy_keys.alchemy_key"
        : " WHERE " + column;
  }

  static List<String> titles(List<Page> pages) {
    return pages.stream().map(Page::getTitle).toList();
  }

  static List<String> names(List<Comment> comments) {
    return comments.stream().map(Comment::getName).toList();
  }
}

package io.alchemy.test.loading;

import static io.alchemy.orm.LoaderOptions.containsEager;
import static io.alchemy.orm.LoaderOptions.joinedLoad;
import static io.alchemy.orm.LoaderOptions.selectinLoad;
import static io.alchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.error.ArgumentException;
import io.alchemy.orm.Session;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.wiki.Page;
import io.alchemy.test.wiki.Page_;
import io.alchemy.test.wiki.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Results of any size, in chunks. */
@EachDatabase
class StreamTests extends WikiTests {
  StreamTests(TestDatabase database) {
    super(database);
  }

  private Stream<Page> pages(int size) {
    return session.query(Page.class).orderBy(Page_.id).stream(size);
  }

  @Test
  void aStreamGivesAllRowsInOrder() {
    try (Stream<Page> pages = pages(3)) {
      assertThat(pages.map(Page::getTitle)).containsExactly("p1", "p2", "p3", "p4");
    }
    assertThat(statements.take()).hasSize(1);
  }

  @Test
  void anyStatementIsStreamedAsAQuery() {
    List<Boolean> held = new ArrayList<>();
    List<Page> seen = new ArrayList<>();
    try (Stream<Page> pages =
        session.query(select(Page.class).where(Page_.title.ne("p2")).orderBy(Page_.id)).stream(1)) {
      pages.forEach(page -> {
        seen.add(page);
        held.add(session.contains(seen.get(0)));
      });
    }

    assertThat(titles(seen)).containsExactly("p1", "p3", "p4");
    assertThat(held).containsExactly(true, false, false);
  }

  @Test
  void aResultsOwnStreamIsInMemoryAndLetsNobodyGo() {
    List<Page> seen = session.execute(select(Page.class)).stream().toList();

    assertThat(seen).hasSize(4).allMatch(session::contains);
  }

  @Test
  void instancesLeaveTheSessionWhenTheNextChunkBegins() {
    List<Boolean> firstIsHeld = new ArrayList<>();
    List<Page> seen = new ArrayList<>();
    try (Stream<Page> pages = pages(2)) {
      pages.forEach(page -> {
        seen.add(page);
        firstIsHeld.add(session.contains(seen.get(0)));
      });
    }

    assertThat(firstIsHeld).containsExactly(true, true, false, false);
    assertThat(titles(seen)).containsExactly("p1", "p2", "p3", "p4");
  }

  @Test
  void whatWasChangedStaysAndIsFlushed() {
    try (Stream<Page> pages = pages(1)) {
      pages.forEach(page -> page.setHeading("seen"));
    }
    session.commit();

    try (Session other = maker.open()) {
      assertThat(other.query(Page.class).all()).extracting(Page::getHeading).containsOnly("seen");
    }
  }

  @Test
  void whatTheSessionHadBeforeStays() {
    Page first = session.getOne(Page.class, 1);
    try (Stream<Page> pages = pages(1)) {
      assertThat(pages.count()).isEqualTo(4);
    }

    assertThat(session.contains(first)).isTrue();
  }

  @Test
  void aLazyLoadServesItsChunk() {
    try (Stream<Page> pages = pages(2)) {
      assertThat(pages.mapToInt(page -> page.getComments().size()).sum()).isEqualTo(6);
    }

    assertThat(statements.take()).hasSize(3);
  }

  @Test
  void eagerLoadsAreOneStatementAChunk() {
    for (var option : List.of(selectinLoad(Page_.tags), joinedLoad(Page_.tags))) {
      statements.take();
      try (Stream<Page> pages =
          session.query(Page.class).options(option).orderBy(Page_.id).stream(2)) {
        assertThat(pages.mapToInt(page -> page.getTags().size()).sum())
            .as("%s", option)
            .isEqualTo(8);
      }
      assertThat(statements.take()).hasSize(3);
      session.expungeAll();
    }
  }

  @Test
  void aCollectionOfTheStatementsOwnJoinIsRefused() {
    assertThatThrownBy(() ->
            session
                .query(Page.class)
                .join(Page_.comments)
                .options(containsEager(Page_.comments))
                .stream())
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("containsEager(Page.comments) cannot be streamed");
  }

  @Test
  void leavingAStreamEarlyAndClosingItFreesTheConnection() {
    try (Stream<Page> pages = pages(1)) {
      assertThat(pages.findFirst()).isPresent();
    }
    session.close();

    assertThat(database.engine().pool().active()).isZero();
  }

  @Test
  void aHundredThousandRowsGoThroughOneSession() {
    database
        .engine()
        .transaction(c -> c.execute(
            "INSERT INTO tag (name) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)"
                + " SELECT 't' || i FROM n"));
    long[] seen = new long[1];
    long[] most = new long[1];

    try (Stream<Tag> tags = session.query(Tag.class).stream()) {
      List<Tag> kept = new ArrayList<>();
      tags.forEach(tag -> {
        seen[0]++;
        kept.add(tag);
        if (seen[0] % 10_000 == 0) {
          most[0] = Math.max(most[0], kept.stream().filter(session::contains).count());
        }
      });
    }

    assertThat(seen[0]).isEqualTo(100_003);
    assertThat(most[0]).isBetween(1L, 500L);
  }
}

package io.alchemy.test.unitofwork;

import static io.alchemy.test.unitofwork.SessionTests.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.orm.Session;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.wiki.Model;
import io.alchemy.test.wiki.Page;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** After a flush an instance holds what its row holds, to the last digit. */
@EachDatabase
class StoredPrecisionTests {
  private static final LocalDateTime FINE = LocalDateTime.of(2026, 11, 23, 18, 30, 0, 123_456_789);
  private static final LocalDateTime KEPT = LocalDateTime.of(2026, 11, 23, 18, 30, 0, 123_456_000);

  private final Fixture wiki;
  private final Session session;

  StoredPrecisionTests(TestDatabase database) {
    this.wiki = new Fixture(database, Model.METADATA, Model.registry());
    this.session = wiki.open();
  }

  @AfterEach
  void close() {
    session.close();
    wiki.close();
  }

  private @Nullable LocalDateTime reloaded(Page page) {
    session.refresh(page);
    return page.getPosted();
  }

  @Test
  void aNewTimeIsCutToWhatTheColumnKeeps() {
    Page page = page("Test Page");
    page.setPosted(FINE);
    session.add(page);
    session.flush();
    assertThat(page.getPosted()).isEqualTo(KEPT).isEqualTo(reloaded(page));
  }

  @Test
  void aClientDefaultIsCutToo() {
    Page page = page("Test Page");
    session.add(page);
    session.flush();
    LocalDateTime written = page.getPosted();
    assertThat(written).isNotNull().isEqualTo(reloaded(page));
  }

  @Test
  void aChangedTimeIsCutToo() {
    Page page = page("Test Page");
    session.add(page);
    session.flush();
    page.setPosted(FINE);
    session.flush();
    assertThat(page.getPosted()).isEqualTo(KEPT).isEqualTo(reloaded(page));
  }

  @Test
  void aChangeThatTheColumnCannotTellIsNone() {
    Page page = page("Test Page");
    page.setPosted(KEPT);
    session.add(page);
    session.flush();
    wiki.sql();
    page.setPosted(FINE);
    session.flush();
    assertThat(wiki.sql()).isEmpty();
  }
}

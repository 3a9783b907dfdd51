package io.alchemy.demo.wiki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two people edit one page. */
interface ConflictTest extends WikiTest {
  @Test
  default void theSecondSaveShowsBothTextsAndChangesNothing() {
    Visitor ann = visitor();
    Visitor bob = visitor();
    int id = ann.newPage("Shared", "common");
    String version = ann.get("/pages/" + id + "/edit").field("version");
    save(ann, id, version, "Shared", "Ann's text");

    Answer conflict = save(bob, id, version, "Bob's title", "Bob's text");

    conflict.has(CONFLICT).shows("Somebody else edited this page too", "Ann's text", "Bob's text");
    assertThat(conflict.field("content")).isEqualTo("Bob's text");
    assertThat(conflict.field("title")).isEqualTo("Bob's title");
    bob.get("/pages/" + id).shows("Ann's text").hides("Bob's");
  }

  @Test
  default void theSecondCanSaveAllTheSame() {
    Visitor visitor = visitor();
    int id = visitor.newPage("Shared", "common");
    String version = visitor.get("/pages/" + id + "/edit").field("version");
    save(visitor, id, version, "Shared", "theirs");
    String now = save(visitor, id, version, "Shared", "mine").has(CONFLICT).field("version");

    save(visitor, id, now, "Shared", "theirs and mine").location();

    visitor.get("/pages/" + id).has(OK).shows("theirs and mine");
  }

  @Test
  default void aThirdEditIsNoticedAsWell() {
    Visitor visitor = visitor();
    int id = visitor.newPage("Shared", "common");
    String version = visitor.get("/pages/" + id + "/edit").field("version");
    save(visitor, id, version, "Shared", "theirs");
    String now = save(visitor, id, version, "Shared", "mine").has(CONFLICT).field("version");
    save(visitor, id, now, "Shared", "a third").location();

    save(visitor, id, now, "Shared", "mine").has(CONFLICT).shows("a third", "mine");
  }

  @Test
  default void aFormWithoutItsVersionIsAConflictAndNotAnOverwrite() {
    Visitor visitor = visitor();
    int id = visitor.newPage("Shared", "common");

    visitor
        .post("/pages/" + id + "/edit", "title", "t", "content", "blind")
        .has(CONFLICT)
        .shows("common", "blind");
    save(visitor, id, "nonsense", "t", "blind").has(CONFLICT);
  }

  @Test
  default void whoPressesSaveTwiceIsInNobodysWay() {
    Visitor visitor = visitor();
    int id = visitor.newPage("Shared", "common");
    String version = visitor.get("/pages/" + id + "/edit").field("version");

    assertThat(save(visitor, id, version, "Shared", "twice").location()).isEqualTo("/pages/" + id);
    assertThat(save(visitor, id, version, "Shared", "twice").location()).isEqualTo("/pages/" + id);
  }

  @Test
  default void theOtherTextStaysBesideOneThatIsNotValid() {
    Visitor visitor = visitor();
    int id = visitor.newPage("Shared", "common");
    String version = visitor.get("/pages/" + id + "/edit").field("version");
    save(visitor, id, version, "Shared", "theirs");
    Answer conflict = save(visitor, id, version, "Shared", "mine").has(CONFLICT);
    assertThat(conflict.field("conflict")).isEqualTo("true");

    Answer invalid = visitor.post(
        "/pages/" + id + "/edit",
        "title",
        "",
        "content",
        "mine",
        "version",
        conflict.field("version"),
        "conflict",
        "true");

    invalid.has(UNPROCESSABLE_CONTENT).shows("theirs", "mine", "A page needs a title.");
    assertThat(invalid.field("conflict")).isEqualTo("true");
    save(visitor, id, invalid.field("version"), "Shared", "both").location();
  }

  @Test
  default void aFormOfADeletedPageDoesNotReachTheNextOne() {
    Visitor visitor = visitor();
    int id = visitor.newPage("First", "first");
    String version = visitor.get("/pages/" + id + "/edit").field("version");
    visitor.post("/pages/" + id + "/delete");
    int next = visitor.newPage("Next", "next");

    save(visitor, id, version, "First", "edited").has(NOT_FOUND);
    visitor.post("/pages/" + id + "/delete").has(NOT_FOUND);

    visitor.get("/pages/" + next).has(OK).shows("Next", "next");
  }

  /** Whatever meets what, it is done, or it is said why not; nothing breaks. */
  @Test
  default void aPageMayBeDeletedWhileOthersUseIt() throws Exception {
    int users = 6;
    ExecutorService threads = Executors.newFixedThreadPool(users);
    try {
      List<Visitor> visitors =
          IntStream.range(0, users).mapToObj(i -> visitor()).toList();
      visitors.forEach(Visitor::token);
      for (int round = 0; round < 10; round++) {
        int id = visitors.get(0).newPage("Used", "by many");
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Answer>> answers = IntStream.range(0, users)
            .mapToObj(i -> threads.submit(() -> {
              start.await();
              Visitor visitor = visitors.get(i);
              return switch (i % 3) {
                case 0 -> visitor.post("/pages/" + id + "/delete");
                case 1 -> visitor.post("/pages/" + id + "/tags", "name", "used");
                default ->
                  visitor.post(
                      "/pages/" + id + "/comments",
                      "name",
                      "A",
                      "email",
                      "a@example.com",
                      "content",
                      "said");
              };
            }))
            .toList();
        start.countDown();
        for (Future<Answer> answer : answers) {
          assertThat(answer.get().status()).isIn(302, 404, 409);
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  default void commentsAndTagsAreNoConflict() {
    Visitor visitor = visitor();
    int id = visitor.newPage("Shared", "common");
    String version = visitor.get("/pages/" + id + "/edit").field("version");
    visitor.post(
        "/pages/" + id + "/comments", "name", "A", "email", "a@example.com", "content", "said");
    visitor.post("/pages/" + id + "/tags", "name", "shared");

    assertThat(save(visitor, id, version, "Shared", "edited").location()).isEqualTo("/pages/" + id);
  }

  @Test
  default void theTextIsKeptWhenThePageWasDeleted() {
    Visitor visitor = visitor();
    int id = visitor.newPage("Shared", "common");
    String version = visitor.get("/pages/" + id + "/edit").field("version");
    visitor.post("/pages/" + id + "/delete");

    Answer gone = save(visitor, id, version, "My title", "My text");

    gone.has(NOT_FOUND).shows("This page does not exist any more");
    assertThat(gone.field("content")).isEqualTo("My text");
    assertThat(gone.field("title")).isEqualTo("My title");
    assertThat(gone.main()).contains("action=\"/pages/new\"");
  }

  /** Not only one after the other: of many saves at the same moment exactly one may win, and no other may be lost unseen. */
  @Test
  default void ofManySavesAtOnceOneWins() throws Exception {
    Visitor first = visitor();
    int id = first.newPage("Shared", "common");
    String version = first.get("/pages/" + id + "/edit").field("version");
    int savers = 8;
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(savers);
    try {
      List<Visitor> visitors =
          IntStream.range(0, savers).mapToObj(i -> visitor()).toList();
      visitors.forEach(Visitor::token);
      List<Future<Answer>> answers = IntStream.range(0, savers)
          .mapToObj(i -> threads.submit(() -> {
            start.await();
            return save(visitors.get(i), id, version, "Shared", "text of " + i);
          }))
          .toList();
      start.countDown();

      int won = 0;
      for (int i = 0; i < savers; i++) {
        Answer answer = answers.get(i).get();
        if (answer.status() == 302) {
          won++;
        } else {
          answer.has(CONFLICT);
          assertThat(answer.field("content")).isEqualTo("text of " + i);
        }
      }
      assertThat(won).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Answer save(
      Visitor visitor, int id, String version, String title, String content) {
    return visitor.post(
        "/pages/" + id + "/edit",
        "title",
        title,
        "heading",
        "",
        "content",
        content,
        "version",
        version);
  }
}

package io.alchemy.test.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.orm.ScopedSession;
import io.alchemy.orm.Session;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.unitofwork.Tree.Node;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One session for each thread. */
@EachDatabase
class ScopedSessionTests {
  private final TestDatabase database;
  private final Fixture tree;
  private final ScopedSession session;

  ScopedSessionTests(TestDatabase database) {
    this.database = database;
    this.tree = new Fixture(database, Tree.METADATA, Tree.registry());
    this.session = new ScopedSession(tree.maker);
  }

  @AfterEach
  void everyConnectionIsBack() {
    session.remove();
    tree.close();
    assertThat(database.engine().pool().active()).isZero();
  }

  @Test
  void aThreadKeepsItsSession() {
    Session mine = session.current();

    assertThat(session.current()).isSameAs(mine);
    assertThat(CompletableFuture.supplyAsync(() -> {
              Session theirs = session.current();
              session.remove();
              return theirs;
            })
            .join())
        .isNotSameAs(mine);
  }

  @Test
  void itIsASession() {
    Node node = new Node("one");
    session.add(node);
    session.commit();

    assertThat(session.get(Node.class, 1)).isSameAs(node);
    assertThat(session.contains(node)).isTrue();
  }

  @Test
  void removeClosesAndTheNextUseOpensAnother() {
    Node node = new Node("one");
    session.add(node);
    Session first = session.current();
    session.remove();

    assertThat(session.isOpen()).isFalse();
    assertThat(session.contains(node)).isFalse();
    assertThat(session.current()).isNotSameAs(first);
  }
}

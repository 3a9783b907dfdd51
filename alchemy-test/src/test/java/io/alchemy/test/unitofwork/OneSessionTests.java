package io.alchemy.test.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.orm.Cascade;
import io.alchemy.orm.Registry;
import io.alchemy.orm.Session;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.wiki.Comment;
import io.alchemy.test.wiki.Comment_;
import io.alchemy.test.wiki.Model;
import io.alchemy.test.wiki.Page;
import io.alchemy.test.wiki.Page_;
import io.alchemy.test.wiki.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** Tests that open one session each, on the model that they need, and leave no connection behind. */
abstract class OneSessionTests {
  final TestDatabase database;
  private @Nullable Fixture fixture;
  private @Nullable Session session;

  OneSessionTests(TestDatabase database) {
    this.database = database;
  }

  @AfterEach
  void close() {
    if (session != null) {
      session.close();
    }
    if (fixture != null) {
      fixture.close();
    }
    assertThat(database.engine().pool().active()).isZero();
  }

  /** A session on the wiki whose comments cascade so. */
  final Session wiki(Cascade... cascades) {
    Registry registry = new Registry(Model.METADATA);
    registry
        .map(Page.class, Model.PAGE)
        .relationship(Page_.comments, r -> {
          r.backref(Comment_.page).orderBy(Model.COMMENT.id);
          if (cascades.length > 0) {
            r.cascade(cascades);
          }
        })
        .relationship(Page_.tags, r -> r.secondary(Model.PAGETAG));
    registry.map(Comment.class, Model.COMMENT);
    registry.map(Tag.class, Model.TAG);
    return open(new Fixture(database, Model.METADATA, registry));
  }

  final Session open(Fixture made) {
    fixture = made;
    Session opened = made.open();
    session = opened;
    made.sql();
    return opened;
  }

  final Fixture db() {
    return Objects.requireNonNull(fixture);
  }
}

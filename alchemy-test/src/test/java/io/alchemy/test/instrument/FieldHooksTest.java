package io.alchemy.test.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.error.DetachedInstanceException;
import io.alchemy.orm.instrument.Histories;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.instrument.PreparedClass;
import io.alchemy.test.wiki.Comment;
import io.alchemy.test.wiki.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FieldHooksTest {
  private final Wiki wiki = new Wiki();
  private final Recorder session = new Recorder();

  @AfterEach
  void forgetRelationships() {
    wiki.close();
  }

  @Test
  void attributesAreDescribedInTheOrderOfTheSource() {
    PreparedClass page = PreparedClass.of(Page.class);

    assertThat(page.size()).isEqualTo(7);
    assertThat(page.name(0)).isEqualTo("id");
    assertThat(page.fieldType(0)).isEqualTo(Integer.class);
    assertThat(page.indexOf("tags")).isEqualTo(6);
    assertThat(page.indexOf("nothing")).isEqualTo(-1);
  }

  @Test
  void aNewInstanceIsMadeWithoutFieldInitializers() {
    Prepared made = Wiki.PAGE.create();

    assertThat(made).isInstanceOf(Page.class);
    assertThat(made.alchemy$get(Wiki.PAGE.indexOf("comments"))).isNull();
  }

  @Test
  void aNewObjectHasNoStateUntilSomethingMustBeRemembered() {
    Page page = new Page();
    page.setTitle("a");

    assertThat(((Prepared) page).alchemy$state()).isNull();
  }

  @Test
  void nullOnPurposeIsToldFromNeverSet() {
    Page page = new Page();
    page.setHeading(null);

    InstanceState state = Wiki.state(page);
    assertThat(state.isExplicitNull(Wiki.PAGE.indexOf("heading"))).isTrue();
    assertThat(state.isExplicitNull(Wiki.PAGE.indexOf("title"))).isFalse();

    page.setHeading("now it is something");
    assertThat(state.isExplicitNull(Wiki.PAGE.indexOf("heading"))).isFalse();
  }

  @Test
  void theFirstOldValueIsRememberedAndTheSessionToldOnce() {
    Page page = new Page();
    page.setTitle("a");
    InstanceState state = Wiki.persist(page, session);
    page.setTitle("b");
    page.setTitle("c");

    assertThat(state.committed(Wiki.PAGE.indexOf("title"))).isEqualTo("a");
    assertThat(page.getTitle()).isEqualTo("c");
    assertThat(session.heard).containsExactly("changed Page");
  }

  @Test
  void anEqualValueIsNoChange() {
    Page page = new Page();
    page.setTitle("a");
    InstanceState state = Wiki.persist(page, session);
    page.setTitle(new StringBuilder("a").toString());

    assertThat(state.isModified()).isFalse();
    assertThat(session.heard).isEmpty();
  }

  @Test
  void readingAnUnloadedAttributeLoadsIt() {
    Page page = new Page();
    InstanceState state = Wiki.persist(page, session);
    int title = Wiki.PAGE.indexOf("title");
    state.markUnloaded(title);
    session.loadBy((s, instance, attribute) -> ((Prepared) instance).alchemy$set(attribute, "x"));

    assertThat(page.getTitle()).isEqualTo("x");
    assertThat(page.getTitle()).isEqualTo("x");
    assertThat(session.heard).containsExactly("load Page.title");
  }

  @Test
  void overwritingAnUnloadedAttributeDoesNotLoadIt() {
    Page page = new Page();
    InstanceState state = Wiki.persist(page, session);
    int title = Wiki.PAGE.indexOf("title");
    state.markUnloaded(title);
    page.setTitle("x");

    assertThat(state.committed(title)).isSameAs(InstanceState.NOT_LOADED);
    assertThat(page.getTitle()).isEqualTo("x");
    assertThat(session.heard).containsExactly("changed Page");
  }

  @Test
  void anUnloadedAttributeWithoutASessionIsRefusedByName() {
    Page page = new Page();
    InstanceState state = Wiki.persist(page, null);
    state.markUnloaded(Wiki.PAGE.indexOf("comments"));

    assertThatThrownBy(page::getComments)
        .isInstanceOf(DetachedInstanceException.class)
        .hasMessageContaining("Page.comments")
        .hasMessageContaining("selectinLoad(Page_.comments)");
  }

  @Test
  void theOtherSideFollowsAtOnce() {
    Page page = new Page();
    Comment comment = new Comment();
    page.getComments().add(comment);
    assertThat(comment.getPage()).isSameAs(page);

    Page other = new Page();
    comment.setPage(other);
    assertThat(page.getComments()).isEmpty();
    assertThat(other.getComments()).containsExactly(comment);

    other.getComments().remove(comment);
    assertThat(comment.getPage()).isNull();
  }

  @Test
  void theOtherSideIsNeverLoaded() {
    Page page = new Page();
    InstanceState state = Wiki.persist(page, session);
    int comments = Wiki.PAGE.indexOf("comments");
    state.markUnloaded(comments);
    Comment comment = new Comment();
    comment.setPage(page);

    assertThat(Histories.of(state, (Prepared) page, wiki.comments).added())
        .containsExactly(comment);
    assertThat(session.heard).containsExactly("changed Page", "added Page.comments by backref");
  }
}

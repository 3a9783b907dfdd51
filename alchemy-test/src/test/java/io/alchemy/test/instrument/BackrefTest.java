package io.alchemy.test.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.orm.instrument.Histories;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.instrument.RelationshipEnd;
import io.alchemy.test.instrument.Library.Author;
import io.alchemy.test.instrument.Library.Book;
import io.alchemy.test.instrument.Library.Cover;
import io.alchemy.test.instrument.Library.Shelf;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two sides of a relationship, changed from either, with and without a session. */
class BackrefTest {
  private final Library library = new Library();
  private final Recorder session = new Recorder();

  @AfterEach
  void forgetRelationships() {
    library.close();
  }

  @Test
  void aChildMovedToAnotherParentLeavesTheFirst() {
    Shelf first = new Shelf();
    Shelf second = new Shelf();
    Book book = new Book("a");
    first.list().add(book);
    second.list().add(book);

    assertThat(first.list()).isEmpty();
    assertThat(second.list()).containsExactly(book);
    assertThat(book.onList()).isSameAs(second);
  }

  @Test
  void settingTheReferenceMovesTheChildToo() {
    Shelf first = new Shelf();
    Shelf second = new Shelf();
    Book book = new Book("a");
    book.onList(first);
    book.onList(second);
    assertThat(first.list()).isEmpty();
    assertThat(second.list()).containsExactly(book);

    book.onList(null);
    assertThat(second.list()).isEmpty();
  }

  @Test
  void manyToManyIsChangedFromEitherSide() {
    Book book = new Book("a");
    Author one = new Author();
    Author two = new Author();
    book.authors().add(one);
    two.books().add(book);

    assertThat(one.books()).containsExactly(book);
    assertThat(book.authors()).containsExactly(one, two);

    one.books().clear();
    assertThat(book.authors()).containsExactly(two);
  }

  @Test
  void oneToOneLetsGoOfBothOldPartners() {
    Book first = new Book("a");
    Book second = new Book("b");
    Cover red = new Cover();
    Cover blue = new Cover();
    first.cover(red);
    second.cover(blue);
    assertThat(red.book()).isSameAs(first);

    first.cover(blue);

    assertThat(blue.book()).isSameAs(first);
    assertThat(red.book()).isNull();
    assertThat(second.cover()).isNull();
  }

  @Test
  void sessionsOfBothSidesHear() {
    Shelf shelf = new Shelf();
    Book book = new Book("a");
    Wiki.persist(shelf, session);
    Wiki.persist(book, session);
    shelf.list().add(book);

    assertThat(session.heard)
        .containsExactly(
            "changed Shelf", "changed Book", "added Book.onList by backref", "added Shelf.list");
  }

  @Test
  void aReferenceThatIsNotLoadedIsReplacedUnread() {
    Shelf shelf = new Shelf();
    Book book = new Book("a");
    InstanceState state = Wiki.persist(book, session);
    RelationshipEnd onList = library.list.inverse();
    assertThat(onList).isNotNull();
    state.markUnloaded(onList.attribute());
    shelf.list().add(book);

    assertThat(book.onList()).isSameAs(shelf);
    assertThat(state.committed(onList.attribute())).isSameAs(InstanceState.NOT_LOADED);
    assertThat(session.heard).doesNotContain("load Book.onList");
  }

  @Test
  void whatTheIdentityMapKnowsIsKeptInStep() {
    Shelf first = new Shelf();
    Book book = new Book("a");
    first.list().add(book);
    Recorder knowing = new Recorder() {
      @Override
      public Object known(InstanceState state, Object instance, RelationshipEnd end) {
        return first;
      }
    };
    InstanceState state = Wiki.persist(book, knowing);
    state.markUnloaded(Library.BOOK.indexOf("onList"));
    Shelf second = new Shelf();
    second.list().add(book);

    assertThat(first.list()).isEmpty();
    assertThat(second.list()).containsExactly(book);
  }

  @Test
  void aReferencesHistoryIsItsOldAndNewValue() {
    Shelf first = new Shelf();
    Shelf second = new Shelf();
    Book book = new Book("a");
    book.onList(first);
    InstanceState state = Wiki.persist(book, session);
    book.onList(second);

    RelationshipEnd onList = library.list.inverse();
    assertThat(onList).isNotNull();
    assertThat(Histories.of(state, (Prepared) book, onList).added()).containsExactly(second);
    assertThat(Histories.of(state, (Prepared) book, onList).removed()).containsExactly(first);
  }

  @Test
  void nullOnPurposeIsRememberedOfAReference() {
    Book book = new Book("a");
    book.onList(null);

    assertThat(Wiki.state(book).isExplicitNull(Library.BOOK.indexOf("onList"))).isTrue();
  }

  @Test
  void readingAnUnsetReferenceRemembersNothing() {
    Book book = new Book("a");

    assertThat(book.onList()).isNull();
    assertThat(((Prepared) book).alchemy$state()).isNull();
  }

  @Test
  void aCollectionFilledBeforeTheMappingIsWatchedWithItsContent() {
    library.close();
    Shelf shelf = new Shelf();
    Book book = new Book("a");
    shelf.list(new ArrayList<>(List.of(book)));
    assertThat(shelf.list()).isInstanceOf(ArrayList.class);

    Library mapped = new Library();
    assertThat(shelf.list()).isNotInstanceOf(ArrayList.class).containsExactly(book);
    assertThat(book.onList()).isSameAs(shelf);
    mapped.close();
  }
}

package io.alchemy.test.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.error.ArgumentException;
import io.alchemy.orm.instrument.Histories;
import io.alchemy.orm.instrument.History;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.instrument.Relationships;
import io.alchemy.test.instrument.Library.Book;
import io.alchemy.test.instrument.Library.Shelf;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each verb of a list, on a shelf with the books a, b and c that were there at the last flush. */
class InstrumentedListTest {
  private final Library library = new Library();
  private final Recorder session = new Recorder();
  private final Shelf shelf = new Shelf();
  private final Book a = new Book("a");
  private final Book b = new Book("b");
  private final Book c = new Book("c");
  private final Book d = new Book("d");
  private final Book e = new Book("e");
  private InstanceState state;

  @BeforeEach
  void fillTheShelf() {
    shelf.list().addAll(List.of(a, b, c));
    state = Wiki.persist(shelf, session);
  }

  @AfterEach
  void forgetRelationships() {
    library.close();
  }

  private void assertHistory(List<Book> added, List<Book> removed) {
    History history = Histories.of(state, (Prepared) shelf, library.list);
    assertThat(history.added()).isEqualTo(added);
    assertThat(history.removed()).isEqualTo(removed);
    for (Book book : List.of(a, b, c, d, e)) {
      assertThat(book.onList())
          .as(book.name())
          .isSameAs(shelf.list().contains(book) ? shelf : null);
    }
  }

  @Test
  void add() {
    assertThat(shelf.list().add(d)).isTrue();

    assertHistory(List.of(d), List.of());
    assertThat(session.heard).containsExactly("changed Shelf", "added Shelf.list");
  }

  @Test
  void addAtAnIndex() {
    shelf.list().add(1, d);

    assertThat(shelf.list()).containsExactly(a, d, b, c);
    assertHistory(List.of(d), List.of());
  }

  @Test
  void addPastTheEndChangesNothing() {
    assertThatThrownBy(() -> shelf.list().add(4, d)).isInstanceOf(IndexOutOfBoundsException.class);

    assertHistory(List.of(), List.of());
    assertThat(session.heard).isEmpty();
  }

  @Test
  void addAll() {
    assertThat(shelf.list().addAll(List.of(d, e))).isTrue();

    assertThat(shelf.list()).containsExactly(a, b, c, d, e);
    assertHistory(List.of(d, e), List.of());
  }

  @Test
  void addAllAtAnIndex() {
    assertThat(shelf.list().addAll(1, List.of(d, e))).isTrue();

    assertThat(shelf.list()).containsExactly(a, d, e, b, c);
    assertHistory(List.of(d, e), List.of());
  }

  @Test
  void addAllOfNothing() {
    assertThat(shelf.list().addAll(0, List.of())).isFalse();

    assertThat(state.isModified()).isFalse();
  }

  @Test
  void addAllOfAnotherParentsListMovesThem() {
    Shelf other = new Shelf();
    other.list().addAll(shelf.list());

    assertThat(shelf.list()).isEmpty();
    assertThat(other.list()).containsExactly(a, b, c);
    assertThat(Histories.of(state, (Prepared) shelf, library.list).removed())
        .containsExactly(a, b, c);
  }

  @Test
  void set() {
    assertThat(shelf.list().set(1, d)).isSameAs(b);

    assertThat(shelf.list()).containsExactly(a, d, c);
    assertHistory(List.of(d), List.of(b));
  }

  @Test
  void removeAnObject() {
    assertThat(shelf.list().remove(b)).isTrue();
    assertThat(shelf.list().remove(d)).isFalse();

    assertHistory(List.of(), List.of(b));
    assertThat(session.heard).containsExactly("changed Shelf", "removed Shelf.list");
  }

  @Test
  void removeAtAnIndex() {
    assertThat(shelf.list().remove(0)).isSameAs(a);

    assertHistory(List.of(), List.of(a));
  }

  @Test
  void removeAndAddAgainIsNoChange() {
    shelf.list().remove(b);
    shelf.list().add(b);

    assertThat(shelf.list()).containsExactly(a, c, b);
    assertHistory(List.of(), List.of());
  }

  @Test
  void clear() {
    shelf.list().clear();

    assertThat(shelf.list()).isEmpty();
    assertHistory(List.of(), List.of(a, b, c));
  }

  @Test
  void removeIf() {
    assertThat(shelf.list().removeIf(book -> book != b)).isTrue();
    assertThat(shelf.list().removeIf(book -> false)).isFalse();

    assertThat(shelf.list()).containsExactly(b);
    assertHistory(List.of(), List.of(a, c));
  }

  @Test
  void removeAll() {
    assertThat(shelf.list().removeAll(List.of(a, d))).isTrue();

    assertHistory(List.of(), List.of(a));
  }

  @Test
  void retainAll() {
    assertThat(shelf.list().retainAll(List.of(a, d))).isTrue();

    assertHistory(List.of(), List.of(b, c));
  }

  @Test
  void replaceAll() {
    shelf.list().replaceAll(book -> book == b ? d : book);

    assertThat(shelf.list()).containsExactly(a, d, c);
    assertHistory(List.of(d), List.of(b));
  }

  @Test
  void sortingIsNoChange() {
    shelf.list().sort(Comparator.comparing(Book::name).reversed());
    assertThat(shelf.list()).containsExactly(c, b, a);

    Collections.sort(shelf.list(), Comparator.comparing(Book::name));
    assertThat(shelf.list()).containsExactly(a, b, c);
    assertThat(state.isModified()).isFalse();
  }

  @Test
  void reversingAndShufflingLoseNobody() {
    Collections.reverse(shelf.list());

    assertThat(shelf.list()).containsExactly(c, b, a);
    assertHistory(List.of(), List.of());
  }

  @Test
  void iteratorRemove() {
    for (Iterator<Book> each = shelf.list().iterator(); each.hasNext(); ) {
      if (each.next() == b) {
        each.remove();
      }
    }

    assertThat(shelf.list()).containsExactly(a, c);
    assertHistory(List.of(), List.of(b));
  }

  @Test
  void listIteratorSetAddAndRemove() {
    ListIterator<Book> each = shelf.list().listIterator();
    each.next();
    each.set(d);
    each.next();
    each.remove();
    each.add(e);

    assertThat(shelf.list()).containsExactly(d, e, c);
    assertHistory(List.of(d, e), List.of(a, b));
  }

  @Test
  void listIteratorBackwards() {
    ListIterator<Book> each = shelf.list().listIterator(3);
    assertThat(each.previous()).isSameAs(c);
    each.remove();

    assertHistory(List.of(), List.of(c));
  }

  @Test
  void subListClear() {
    shelf.list().subList(0, 2).clear();

    assertThat(shelf.list()).containsExactly(c);
    assertHistory(List.of(), List.of(a, b));
  }

  @Test
  void subListAddSetAndRemove() {
    List<Book> middle = shelf.list().subList(1, 2);
    middle.add(d);
    middle.set(0, e);
    middle.remove(d);

    assertThat(shelf.list()).containsExactly(a, e, c);
    assertHistory(List.of(e), List.of(b));
  }

  @Test
  void subListRemoveIfSortAndReplaceAll() {
    List<Book> tail = shelf.list().subList(1, 3);
    tail.sort(Comparator.comparing(Book::name).reversed());
    assertThat(shelf.list()).containsExactly(a, c, b);

    shelf.list().subList(1, 3).removeIf(book -> book == c);
    shelf.list().subList(1, 2).replaceAll(book -> d);

    assertThat(shelf.list()).containsExactly(a, d);
    assertHistory(List.of(d), List.of(b, c));
  }

  @Test
  void streamsReadTheMembers() {
    assertThat(shelf.list().stream().map(Book::name).collect(Collectors.joining()))
        .isEqualTo("abc");
    assertThat(shelf.list().parallelStream().filter(book -> book != b)).containsExactly(a, c);
  }

  @Test
  void equalsAPlainListBothWays() {
    List<Book> plain = Arrays.asList(a, b, c);

    assertThat(shelf.list().equals(plain)).isTrue();
    assertThat(plain.equals(shelf.list())).isTrue();
    assertThat(shelf.list().hashCode()).isEqualTo(plain.hashCode());
    assertThat(shelf.list().toString()).isEqualTo("[a, b, c]");
  }

  @Test
  void aSetterReplacesTheMembersByThoseOfTheUsersOwnList() {
    List<Book> mine = new ArrayList<>(List.of(d, b));
    List<Book> kept = shelf.list();
    shelf.list(mine);

    assertThat(shelf.list()).isSameAs(kept).containsExactly(d, b);
    assertHistory(List.of(d), List.of(a, c));

    mine.add(e);
    assertThat(shelf.list()).doesNotContain(e);
  }

  @Test
  void aSetterGivenItsOwnListChangesNothing() {
    shelf.list(shelf.list());

    assertThat(shelf.list()).containsExactly(a, b, c);
    assertThat(state.isModified()).isFalse();
  }

  @Test
  void aSetterGivenAnotherParentsListMovesTheMembers() {
    Shelf other = new Shelf();
    other.list(shelf.list());

    assertThat(other.list()).containsExactly(a, b, c);
    assertThat(shelf.list()).isEmpty();
    assertThat(a.onList()).isSameAs(other);
  }

  @Test
  void aMemberThatIsInTwiceLeavesWithItsLastPlace() {
    shelf.list().add(a);
    shelf.list().remove(0);
    assertThat(a.onList()).isSameAs(shelf);

    shelf.list().remove(a);
    assertHistory(List.of(), List.of(a));
  }

  @Test
  void nullIsNoMember() {
    assertThatThrownBy(() -> shelf.list().add(null))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Shelf.list");
    assertThatThrownBy(() -> shelf.list().addAll(Arrays.asList(d, null)))
        .isInstanceOf(ArgumentException.class);

    assertHistory(List.of(), List.of());
  }

  @Test
  @SuppressWarnings({"unchecked", "rawtypes"})
  void anObjectOfAnotherClassIsNoMember() {
    assertThatThrownBy(() -> ((List) shelf.list()).add(shelf))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Shelf.list")
        .hasMessageContaining("Library$Book");
  }

  @Test
  void changingWhileIteratingIsSeenAsInAnyList() {
    Iterator<Book> each = shelf.list().iterator();
    each.next();
    shelf.list().add(d);

    assertThatThrownBy(each::next).isInstanceOf(ConcurrentModificationException.class);
  }

  @Test
  void removeIfWhoseConditionChangesTheListIsRefusedAndLosesNothing() {
    assertThatThrownBy(() -> shelf.list().removeIf(book -> shelf.list().add(d)))
        .isInstanceOf(ConcurrentModificationException.class)
        .hasMessageContaining("Shelf.list");
    assertThat(shelf.list()).containsExactly(a, b, c, d);

    assertThatThrownBy(() -> shelf.list().removeIf(book -> shelf.list().set(0, e) == a))
        .isInstanceOf(ConcurrentModificationException.class);
    assertThat(shelf.list()).containsExactly(e, b, c, d);

    assertHistory(List.of(e, d), List.of(a));
  }

  @Test
  void replaceAllWhoseOperatorChangesTheListIsRefusedAndLosesNothing() {
    assertThatThrownBy(() -> shelf.list().replaceAll(book -> {
          shelf.list().add(d);
          return book;
        }))
        .isInstanceOf(ConcurrentModificationException.class);
    assertThat(shelf.list()).containsExactly(a, b, c, d);

    assertThatThrownBy(() -> shelf.list().replaceAll(book -> {
          shelf.list().set(0, e);
          return book;
        }))
        .isInstanceOf(ConcurrentModificationException.class);

    assertThat(shelf.list()).containsExactly(e, b, c, d);
    assertHistory(List.of(e, d), List.of(a));
  }

  @Test
  void theOtherSideChangedByTheConditionIsAChangeToo() {
    assertThatThrownBy(() -> shelf.list().removeIf(book -> {
          book.onList(null);
          return false;
        }))
        .isInstanceOf(ConcurrentModificationException.class);

    assertHistory(List.of(), List.of(a));
  }

  @Test
  void aListThatWasKeptLoadsWhenItsOwnerExpired() {
    List<Book> kept = shelf.list();
    state.expire(library.list.attribute());
    session.loadBy((s, instance, attribute) ->
        Relationships.loaded(s, (Prepared) instance, library.list, List.of(c, d)));

    assertThat(kept).containsExactly(c, d);
    assertThat(shelf.list()).isSameAs(kept);
    assertThat(session.heard).containsExactly("load Shelf.list");
  }

  @Test
  void whatWaitedForALoadIsMerged() {
    state.expire(library.list.attribute());
    d.onList(shelf);
    a.onList(null);
    assertThat(Histories.of(state, (Prepared) shelf, library.list))
        .isEqualTo(new History(List.of(d), List.of(), List.of(a)));

    session.loadBy((s, instance, attribute) ->
        Relationships.loaded(s, (Prepared) instance, library.list, List.of(a, b, c)));
    assertThat(shelf.list()).containsExactly(b, c, d);
    assertHistory(List.of(d), List.of(a));
  }

  @Test
  void itIsSerializedAsAPlainList() throws Exception {
    shelf.list().clear();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(shelf.list());
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isInstanceOf(ArrayList.class);
    }
  }

  @Test
  void anUnloadedListIsSerializedAsUnknownAndNotAsEmpty() throws Exception {
    List<Book> kept = shelf.list();
    state.expire(library.list.attribute());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(kept);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isNull();
    }
  }

  @Test
  void afterAChangeIsForgottenTheNextIsToldAgain() {
    shelf.list().add(d);
    state.clearChange(library.list.attribute());
    session.heard.clear();
    shelf.list().add(e);

    assertThat(session.heard).contains("changed Shelf");
  }
}

package io.alchemy.test.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.error.ArgumentException;
import io.alchemy.orm.instrument.Histories;
import io.alchemy.orm.instrument.History;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.test.instrument.Library.Book;
import io.alchemy.test.instrument.Library.Shelf;
import java.util.Collection;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each verb of a set, on a shelf with the books a, b and c that were there at the last flush. */
class InstrumentedSetTest {
  private final Library library = new Library();
  private final Recorder session = new Recorder();
  private final Shelf shelf = new Shelf();
  private final Book a = new Book("a");
  private final Book b = new Book("b");
  private final Book c = new Book("c");
  private final Book d = new Book("d");
  private InstanceState state;

  @BeforeEach
  void fillTheShelf() {
    shelf.set().addAll(List.of(a, b, c));
    state = Wiki.persist(shelf, session);
  }

  @AfterEach
  void forgetRelationships() {
    library.close();
  }

  private void assertHistory(List<Book> added, List<Book> removed) {
    History history = Histories.of(state, (Prepared) shelf, library.set);
    assertThat(history.added()).isEqualTo(added);
    assertThat(history.removed()).isEqualTo(removed);
    for (Book book : List.of(a, b, c, d)) {
      assertThat(book.inSet()).as(book.name()).isSameAs(shelf.set().contains(book) ? shelf : null);
    }
  }

  @Test
  void addTellsWhetherItWasNew() {
    assertThat(shelf.set().add(d)).isTrue();
    assertThat(shelf.set().add(d)).isFalse();

    assertHistory(List.of(d), List.of());
    assertThat(session.heard).containsExactly("changed Shelf", "added Shelf.set");
  }

  @Test
  void addingAMemberAgainIsNoChange() {
    assertThat(shelf.set().add(a)).isFalse();
    assertThat(shelf.set().addAll(List.of(a, b))).isFalse();

    assertThat(state.isModified()).isFalse();
  }

  @Test
  void remove() {
    assertThat(shelf.set().remove(b)).isTrue();
    assertThat(shelf.set().remove(d)).isFalse();

    assertHistory(List.of(), List.of(b));
  }

  @Test
  void removeAllAndRetainAll() {
    assertThat(shelf.set().removeAll(List.of(a, d))).isTrue();
    assertThat(shelf.set().retainAll(Set.of(c))).isTrue();

    assertHistory(List.of(), List.of(a, b));
  }

  @Test
  void removeIf() {
    assertThat(shelf.set().removeIf(book -> book == c)).isTrue();

    assertHistory(List.of(), List.of(c));
  }

  @Test
  void clear() {
    shelf.set().clear();

    assertHistory(List.of(), List.of(a, b, c));
  }

  @Test
  void iteratorRemove() {
    Iterator<Book> each = shelf.set().iterator();
    each.next();
    each.remove();
    assertThatThrownBy(each::remove).isInstanceOf(IllegalStateException.class);

    assertHistory(List.of(), List.of(a));
  }

  @Test
  void removeIfWhoseConditionChangesTheSetIsRefusedAndLosesNothing() {
    assertThatThrownBy(() -> shelf.set().removeIf(book -> shelf.set().add(d)))
        .isInstanceOf(ConcurrentModificationException.class);

    assertThat(shelf.set()).containsExactly(a, b, c, d);
    assertHistory(List.of(d), List.of());
  }

  @Test
  void equalsAPlainSetBothWays() {
    Set<Book> plain = new HashSet<>(List.of(a, b, c));

    assertThat(shelf.set().equals(plain)).isTrue();
    assertThat(plain.equals(shelf.set())).isTrue();
    assertThat(shelf.set().hashCode()).isEqualTo(plain.hashCode());
  }

  @Test
  void aSetterReplacesTheMembers() {
    shelf.set(new HashSet<>(List.of(b, d)));

    assertHistory(List.of(d), List.of(a, c));
  }

  @Test
  void aSortedSetStaysSorted() {
    library.close();
    Shelf fresh = new Shelf();
    fresh.set(new TreeSet<>(Comparator.comparing(Book::name).reversed()));
    Library mapped = new Library();
    fresh.set().addAll(List.of(a, c, b));

    assertThat(fresh.set()).containsExactly(c, b, a);
    mapped.close();
  }

  @Test
  void nullIsNoMember() {
    assertThatThrownBy(() -> shelf.set().add(null)).isInstanceOf(ArgumentException.class);
  }

  @Test
  void aBagTakesAMemberTwiceAndGivesItBackOnce() {
    Collection<Book> bag = shelf.bag();
    bag.add(d);
    bag.add(d);
    bag.remove(d);
    assertThat(d.inBag()).isSameAs(shelf);

    bag.remove(d);
    assertThat(d.inBag()).isNull();
    assertThat(bag).isEmpty();
  }
}

package io.alchemy.test.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.alchemy.error.ArgumentException;
import io.alchemy.orm.instrument.Histories;
import io.alchemy.orm.instrument.History;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.test.instrument.Library.Book;
import io.alchemy.test.instrument.Library.Shelf;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each verb of a map and its views, on a shelf with the books a, b and c that were there at the last flush. */
class InstrumentedMapTest {
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
    for (Book book : List.of(a, b, c)) {
      shelf.map().put(book.name(), book);
    }
    state = Wiki.persist(shelf, session);
  }

  @AfterEach
  void forgetRelationships() {
    library.close();
  }

  private void assertHistory(List<Book> added, List<Book> removed) {
    History history = Histories.of(state, (Prepared) shelf, library.map);
    assertThat(history.added()).isEqualTo(added);
    assertThat(history.removed()).isEqualTo(removed);
    for (Book book : List.of(a, b, c, d)) {
      assertThat(book.inMap())
          .as(book.name())
          .isSameAs(shelf.map().containsValue(book) ? shelf : null);
    }
  }

  @Test
  void put() {
    assertThat(shelf.map().put("d", d)).isNull();

    assertHistory(List.of(d), List.of());
    assertThat(session.heard).containsExactly("changed Shelf", "added Shelf.map");
  }

  @Test
  void putInThePlaceOfAnother() {
    assertThat(shelf.map().put("b", d)).isSameAs(b);

    assertHistory(List.of(d), List.of(b));
  }

  @Test
  void putAll() {
    shelf.map().putAll(Map.of("d", d));

    assertHistory(List.of(d), List.of());
  }

  @Test
  void putIfAbsentComputeAndMerge() {
    shelf.map().putIfAbsent("a", d);
    assertHistory(List.of(), List.of());

    shelf.map().computeIfPresent("a", (key, book) -> null);
    shelf.map().computeIfAbsent("d", key -> d);
    assertHistory(List.of(d), List.of(a));
  }

  @Test
  void functionsThatChangeTheMapAreRefusedAndLoseNothing() {
    Map<String, Book> map = shelf.map();

    assertDisturbed(() -> map.computeIfAbsent("d", key -> {
      map.put("d", d);
      return a;
    }));
    assertDisturbed(() -> map.computeIfPresent("d", (key, book) -> map.remove("d")));
    assertDisturbed(() -> map.compute("d", (key, book) -> {
      map.put("d", d);
      return a;
    }));
    assertDisturbed(() -> map.merge("a", d, (before, now) -> map.remove("a")));
    assertDisturbed(() -> map.replaceAll((key, book) -> {
      map.remove("b");
      return book;
    }));

    assertThat(map).containsExactly(entry("c", c), entry("d", d));
    assertHistory(List.of(d), List.of(a, b));
  }

  private static void assertDisturbed(ThrowingCallable change) {
    assertThatThrownBy(change)
        .isInstanceOf(ConcurrentModificationException.class)
        .hasMessageContaining("Shelf.map");
  }

  @Test
  void remove() {
    assertThat(shelf.map().remove("b")).isSameAs(b);
    assertThat(shelf.map().remove("nothing")).isNull();

    assertHistory(List.of(), List.of(b));
  }

  @Test
  void clear() {
    shelf.map().clear();

    assertHistory(List.of(), List.of(a, b, c));
  }

  @Test
  void keySet() {
    assertThat(shelf.map().keySet().remove("a")).isTrue();
    assertThat(shelf.map().keySet().retainAll(Set.of("b"))).isTrue();

    assertHistory(List.of(), List.of(a, c));
  }

  @Test
  void values() {
    assertThat(shelf.map().values().remove(a)).isTrue();
    assertThat(shelf.map().values().removeIf(book -> book == c)).isTrue();

    assertHistory(List.of(), List.of(a, c));
  }

  @Test
  void entrySetIterator() {
    Iterator<Map.Entry<String, Book>> each = shelf.map().entrySet().iterator();
    each.next();
    each.remove();

    assertHistory(List.of(), List.of(a));
  }

  @Test
  void entrySetClear() {
    shelf.map().entrySet().clear();

    assertHistory(List.of(), List.of(a, b, c));
  }

  @Test
  void setValue() {
    for (Map.Entry<String, Book> entry : shelf.map().entrySet()) {
      if (entry.getKey().equals("b")) {
        assertThat(entry.setValue(d)).isSameAs(b);
        assertThat(entry.getValue()).isSameAs(d);
      }
    }

    assertThat(shelf.map()).containsEntry("b", d);
    assertHistory(List.of(d), List.of(b));
  }

  @Test
  void replaceAll() {
    shelf.map().replaceAll((key, book) -> book == c ? d : book);

    assertHistory(List.of(d), List.of(c));
  }

  @Test
  void equalsAPlainMapBothWays() {
    Map<String, Book> plain = new HashMap<>(Map.of("a", a, "b", b, "c", c));

    assertThat(shelf.map().equals(plain)).isTrue();
    assertThat(plain.equals(shelf.map())).isTrue();
  }

  @Test
  void aSetterReplacesTheMembersUnderTheUsersKeys() {
    Map<String, Book> mine = new LinkedHashMap<>();
    mine.put("x", b);
    mine.put("y", d);
    shelf.map(mine);

    assertThat(shelf.map()).containsOnlyKeys("x", "y");
    assertHistory(List.of(d), List.of(a, c));
  }

  @Test
  void theOtherSidePutsUnderTheMembersKey() {
    d.inMap(shelf);

    assertThat(shelf.map()).containsEntry("d", d);
    assertHistory(List.of(d), List.of());
  }

  @Test
  void nullIsNoMember() {
    assertThatThrownBy(() -> shelf.map().put("x", null)).isInstanceOf(ArgumentException.class);
  }
}

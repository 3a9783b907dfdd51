package io.alchemy.test.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.orm.instrument.Histories;
import io.alchemy.orm.instrument.History;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.test.instrument.Library.Book;
import io.alchemy.test.instrument.Library.Shelf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ListIterator;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of random verbs on a watched list and on a plain one: same content, true history, both sides in step. */
class InstrumentedListRandomTest {
  private final Library library = new Library();

  @AfterEach
  void forgetRelationships() {
    library.close();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void behavesAsAPlainListDoes(long seed) {
    Random random = new Random(seed);
    Shelf shelf = new Shelf();
    List<Book> all = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      all.add(new Book("b" + i));
    }
    shelf.list().addAll(all.subList(0, 5));
    List<Book> before = new ArrayList<>(shelf.list());
    List<Book> plain = new ArrayList<>(before);
    InstanceState state = Wiki.persist(shelf, new Recorder());

    for (int step = 0; step < 500; step++) {
      long verb = random.nextLong();
      apply(new Random(verb), shelf.list(), all);
      apply(new Random(verb), plain, all);
      assertThat(shelf.list()).as("seed %d, step %d", seed, step).isEqualTo(plain);
      History history = Histories.of(state, (Prepared) shelf, library.list);
      for (Book book : all) {
        boolean is = plain.contains(book);
        boolean was = before.contains(book);
        assertThat(book.onList()).isSameAs(is ? shelf : null);
        assertThat(history.added().contains(book)).isEqualTo(is && !was);
        assertThat(history.removed().contains(book)).isEqualTo(was && !is);
        assertThat(history.unchanged().contains(book)).isEqualTo(was && is);
      }
    }
  }

  private static void apply(Random random, List<Book> list, List<Book> all) {
    Book book = all.get(random.nextInt(all.size()));
    List<Book> some = all.subList(0, 1 + random.nextInt(4));
    int size = list.size();
    int at = random.nextInt(size + 1);
    switch (random.nextInt(13)) {
      case 0 -> list.add(book);
      case 1 -> list.add(at, book);
      case 2 -> list.addAll(at, some);
      case 3 -> list.remove(book);
      case 4 -> list.removeIf(each -> each.name().hashCode() % 3 == at % 3);
      case 5 -> list.retainAll(all.subList(at % 6, 12));
      case 6 -> list.subList(at / 2, at).clear();
      case 7 -> list.sort(Comparator.comparing(Book::name));
      case 8 -> list.replaceAll(each -> each == book ? some.get(0) : each);
      case 9 -> list.removeAll(some);
      case 10 -> {
        if (at < size) {
          list.set(at, book);
        }
      }
      case 11 -> {
        if (at < size) {
          list.remove(at);
        }
      }
      default -> iterate(random, list, book);
    }
  }

  private static void iterate(Random random, List<Book> list, Book book) {
    for (ListIterator<Book> each = list.listIterator(); each.hasNext(); ) {
      each.next();
      switch (random.nextInt(6)) {
        case 0 -> each.remove();
        case 1 -> each.set(book);
        case 2 -> each.add(book);
        default -> {}
      }
    }
  }
}

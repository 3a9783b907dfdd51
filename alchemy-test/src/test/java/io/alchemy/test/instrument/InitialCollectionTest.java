package io.alchemy.test.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.orm.Mapped;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.instrument.PreparedClass;
import io.alchemy.orm.instrument.RelationshipEnd;
import io.alchemy.orm.instrument.RelationshipEnd.Kind;
import io.alchemy.orm.instrument.Relationships;
import io.alchemy.test.instrument.Library.Book;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of the collections that constructors put into fields. */
class InitialCollectionTest {
  private final Library library = new Library();
  private final RelationshipEnd boxed = end(Box.class, Kind.LIST);
  private final RelationshipEnd indexed = end(Index.class, Kind.SET);
  private final Book a = new Book("a");
  private final Book b = new Book("b");
  private final Book c = new Book("c");

  /** Takes a list of somebody else's. */
  @Mapped
  static class Box {
    private List<Book> books;

    Box(List<Book> given) {
      books = given;
    }

    List<Book> books() {
      return books;
    }
  }

  /** Keeps books in their order. */
  @Mapped
  static class Index {
    private Set<Book> books = new TreeSet<>(Comparator.comparing(Book::name));

    Set<Book> books() {
      return books;
    }
  }

  private static RelationshipEnd end(Class<?> owner, Kind kind) {
    PreparedClass type = PreparedClass.of(owner);
    RelationshipEnd books = new RelationshipEnd(type, type.indexOf("books"), Book.class, kind);
    type.topology(attribute -> attribute == books.attribute() ? books : null);
    return books;
  }

  @AfterEach
  void forgetRelationships() {
    boxed.owner().topology(null);
    indexed.owner().topology(null);
    library.close();
  }

  @Test
  void aListThatSomebodyElseHasIsCopied() {
    List<Book> given = new ArrayList<>();
    Box one = new Box(given);
    Box other = new Box(given);

    given.add(a);

    assertThat(one.books()).isEmpty();
    assertThat(other.books()).isEmpty();
  }

  @Test
  void membersThatLoadAreInTheOrderOfTheConstructorsSet() {
    Index index = new Index();
    InstanceState state = Wiki.persist(index, null);
    state.markUnloaded(indexed.attribute());

    Relationships.loaded(state, (Prepared) index, indexed, List.of(c, a, b));

    assertThat(index.books()).containsExactly(a, b, c);
  }
}

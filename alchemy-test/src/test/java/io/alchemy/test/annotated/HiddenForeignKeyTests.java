package io.alchemy.test.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.engine.Transaction;
import io.alchemy.orm.Registry;
import io.alchemy.orm.Session;
import io.alchemy.orm.SessionMaker;
import io.alchemy.schema.MetaData;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Foreign keys that no attribute keeps, only a reference: what they lead to is known all the same. */
@EachDatabase
class HiddenForeignKeyTests {
  private final TestDatabase database;
  private final MetaData metadata = new MetaData();
  private final Session session;
  private final SessionMaker maker;
  private final Shelf left = new Shelf(1);
  private final Shelf right = new Shelf(2);
  private final Book book = new Book(1);

  HiddenForeignKeyTests(TestDatabase database) {
    this.database = database;
    Registry registry = new Registry(metadata);
    registry.mapAnnotated(Shelf.class, Book.class, Note.class);
    this.maker = SessionMaker.builder(registry, database.engine()).build();
    this.session = maker.open();
  }

  @Entity
  static class Shelf {
    @Id
    private @Nullable Integer id;

    @OneToMany(mappedBy = "shelf")
    private List<Book> books = new ArrayList<>();

    Shelf() {}

    Shelf(int id) {
      this.id = id;
    }

    List<Book> books() {
      return books;
    }
  }

  @Entity
  static class Book {
    @Id
    private @Nullable Integer id;

    private @Nullable String title;

    @ManyToOne
    private @Nullable Shelf shelf;

    @OneToMany(mappedBy = "book", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<Note> notes = new ArrayList<>();

    Book() {}

    Book(int id) {
      this.id = id;
    }

    @Nullable
    String title() {
      return title;
    }

    void title(String given) {
      title = given;
    }

    @Nullable
    Shelf shelf() {
      return shelf;
    }

    void shelf(@Nullable Shelf given) {
      shelf = given;
    }

    List<Note> notes() {
      return notes;
    }
  }

  @Entity
  static class Note {
    @Id
    private @Nullable Integer id;

    @ManyToOne
    private @Nullable Book book;

    Note() {}

    Note(int id) {
      this.id = id;
    }

    void book(@Nullable Book given) {
      book = given;
    }
  }

  @BeforeEach
  void aBookOnAShelf() {
    database.clear();
    metadata.createAll(database.engine());
    left.books().add(book);
    session.addAll(List.of(left, right));
    session.commit();
  }

  @AfterEach
  void close() {
    session.close();
  }

  private String notes() {
    return database
        .engine()
        .read(c -> String.valueOf(c.execute("SELECT count(*) FROM note").scalar()));
  }

  /** A changed child does not learn from a collection that is loaded later who its parent is. */
  private void loadBooksOfLeftWhileTheBookIsChanged() {
    book.title("changed");
    session.noAutoflush(() -> assertThat(left.books()).containsExactly(book));
  }

  @Test
  void aChildThatMovesLeavesTheCollectionThatWasLoadedBesideIt() {
    loadBooksOfLeftWhileTheBookIsChanged();
    book.shelf(right);

    assertThat(left.books()).isEmpty();
    assertThat(right.books()).containsExactly(book);
  }

  @Test
  void aChildThatMovedSurvivesItsFormerParent() {
    loadBooksOfLeftWhileTheBookIsChanged();
    book.shelf(right);
    session.flush();
    session.delete(left);
    session.commit();

    assertThat(book.shelf()).isSameAs(right);
    assertThat(right.books()).containsExactly(book);
  }

  /** Neither its attribute nor its reference says where it belongs, but the row that was read again does. */
  @Test
  void aChildThatWasReadAgainWithItsNewParentSurvivesTheFormerOne() {
    assertThat(left.books()).containsExactly(book);
    maker.transaction(other -> other.getOne(Book.class, 1).shelf(other.getOne(Shelf.class, 2)));
    session.expire(book);
    assertThat(book.title()).isNull();
    session.delete(left);
    session.commit();

    assertThat(book.shelf()).isSameAs(right);
  }

  @Test
  void aReferenceThatADeletionInsideASavepointMadeNullIsBackAfterItsRollback() {
    Transaction savepoint = session.beginNested();
    session.delete(left);
    session.flush();
    session.expireAll();
    assertThat(book.shelf()).isNull();
    savepoint.rollback();

    assertThat(book.shelf()).isSameAs(left);
    assertThat(left.books()).containsExactly(book);
  }

  @Test
  void aChildThatLetsGoOfAParentThatIsNotLoadedIsAnOrphan() {
    book.notes().add(new Note(1));
    session.commit();
    try (Session other = maker.open()) {
      other.getOne(Note.class, 1).book(null);
      other.commit();
    }
    assertThat(notes()).isEqualTo("0");
  }

  @Test
  void aChildThatLetsGoOfOneParentAndIsTakenUpByAnotherIsNoOrphan() {
    Book second = new Book(2);
    book.notes().add(new Note(1));
    session.add(second);
    session.commit();
    try (Session other = maker.open()) {
      Note note = other.getOne(Note.class, 1);
      note.book(null);
      other.getOne(Book.class, 2).notes().add(note);
      other.commit();
    }
    assertThat(second.notes()).hasSize(1);
    assertThat(notes()).isEqualTo("1");
  }
}

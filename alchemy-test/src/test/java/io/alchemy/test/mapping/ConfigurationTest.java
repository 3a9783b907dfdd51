package io.alchemy.test.mapping;

import static io.alchemy.schema.Column.column;
import static io.alchemy.sql.Sql.and;
import static io.alchemy.types.Types.BIGINT;
import static io.alchemy.types.Types.INTEGER;
import static io.alchemy.types.Types.TEXT;
import static io.alchemy.types.Types.unicode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.alchemy.error.MappingException;
import io.alchemy.error.NotPreparedException;
import io.alchemy.orm.Cascade;
import io.alchemy.orm.CollectionAttribute;
import io.alchemy.orm.ColumnAttribute;
import io.alchemy.orm.ReferenceAttribute;
import io.alchemy.orm.Registry;
import io.alchemy.schema.Column;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import io.alchemy.test.mapping.Library.Author;
import io.alchemy.test.mapping.Library.Book;
import io.alchemy.test.mapping.Library.Counted;
import io.alchemy.test.mapping.Library.Folder;
import io.alchemy.test.mapping.Library.Named;
import io.alchemy.test.mapping.Library.Note;
import org.junit.jupiter.api.Test;

/** All mappings of a registry are checked together. */
class ConfigurationTest {
  private static final CollectionAttribute<Author, Book> BOOKS =
      CollectionAttribute.of(Author.class, Book.class, "books");
  private static final ReferenceAttribute<Book, Author> AUTHOR =
      ReferenceAttribute.of(Book.class, Author.class, "author");
  private static final CollectionAttribute<Folder, Folder> LINKED =
      CollectionAttribute.of(Folder.class, Folder.class, "linked");

  private final MetaData metadata = new MetaData();
  private final Registry registry = new Registry(metadata);
  private final Table author = new Table(
      "author", metadata, column("id", INTEGER).primaryKey(), column("name", unicode(80)));

  private Table book(Column<?>... more) {
    Column<?>[] columns = new Column<?>[more.length + 2];
    columns[0] = column("id", INTEGER).primaryKey();
    columns[1] = column("title", unicode(80));
    System.arraycopy(more, 0, columns, 2, more.length);
    return new Table("book", metadata, columns);
  }

  private String mistakes() {
    MappingException thrown = catchThrowableOfType(MappingException.class, registry::configure);
    assertThat(thrown).as("nothing was found wrong").isNotNull();
    return String.valueOf(thrown.getMessage());
  }

  @Test
  void everyMistakeIsReportedAtOnceWithItsCure() {
    registry.map(Author.class, author).relationship(BOOKS).exclude("pseudonym");
    registry.map(Book.class, book()).exclude("author");
    registry.map(
        Counted.class,
        new Table(
            "counted",
            metadata,
            column("id", INTEGER).primaryKey(),
            column("needed", TEXT).notNull()));

    assertThat(mistakes())
        .startsWith("4 mistakes in the mapping:")
        .contains("Author.books: no foreign key leads between the tables author and book")
        .contains("Declare one with references(…)")
        .contains("Author.pseudonym is excluded, but the class has no such persistent field")
        .contains("Counted: no field keeps the column counted.needed, which is NOT NULL")
        .contains("Counted.revision is neither kept in a column of counted nor a relationship");
  }

  @Test
  void severalForeignKeysAreRefusedUntilOneIsNamed() {
    Column<Integer> writer = column("writer", INTEGER).references("author.id");
    Column<Integer> editor = column("editor", INTEGER).references("author.id");
    registry.map(Author.class, author).relationship(BOOKS);
    registry.map(Book.class, book(writer, editor)).exclude("author");

    assertThat(mistakes())
        .contains("Author.books: several foreign keys lead between the tables author and book")
        .contains("book.writer -> author.id, book.editor -> author.id")
        .contains("Say which with foreignKeys(…)");
  }

  @Test
  void aNamedForeignKeyIsTakenByBothSides() {
    Column<Integer> writer = column("writer", INTEGER).references("author.id");
    Column<Integer> editor = column("editor", INTEGER).references("author.id");
    registry
        .map(Author.class, author)
        .relationship(BOOKS, r -> r.backref(AUTHOR).foreignKeys(editor));
    registry.map(Book.class, book(writer, editor));

    assertThatCode(registry::configure).doesNotThrowAnyException();
  }

  @Test
  void aTargetThatIsNotMappedIsNamed() {
    registry.map(Author.class, author).relationship(BOOKS);

    assertThat(mistakes())
        .contains("Author.books leads to Book, which is not mapped")
        .contains("Map Book in the same registry");
  }

  @Test
  void aFieldOfAnotherTypeThanItsColumnIsNamed() {
    registry.map(
        Note.class,
        new Table("note", metadata, column("id", INTEGER).primaryKey(), column("text", INTEGER)));

    assertThat(mistakes())
        .contains("Note.text is a String, but the column note.text (INTEGER) holds Integer");
  }

  @Test
  void aTableWithoutAPrimaryKeyIsNamed() {
    registry.map(
        Note.class, new Table("note", metadata, column("id", INTEGER), column("text", TEXT)));

    assertThat(mistakes()).contains("Note: the table note has no primary key");
  }

  @Test
  void aKeyColumnNeedsAField() {
    registry.map(
        Note.class,
        new Table("note", metadata, column("number", INTEGER).primaryKey(), column("text", TEXT)));

    assertThat(mistakes())
        .contains("Note: no field keeps the primary key column note.number")
        .contains("or name the field with column(attribute, column)");
  }

  @Test
  void aColumnOfAnotherNameIsNamedByItsAttribute() {
    Column<Integer> number = column("number", INTEGER).primaryKey();
    registry
        .map(Note.class, new Table("note", metadata, number, column("text", TEXT)))
        .column(ColumnAttribute.of(Note.class, "id"), number);

    assertThatCode(registry::configure).doesNotThrowAnyException();
  }

  @Test
  void underscoresAndCaseDoNotKeepAColumnFromItsField() {
    registry.map(
        Named.class,
        new Table(
            "named", metadata, column("id", INTEGER).primaryKey(), column("full_name", TEXT)));

    assertThatCode(registry::configure).doesNotThrowAnyException();
  }

  @Test
  void aVersionMustCount() {
    registry
        .map(
            Counted.class,
            new Table(
                "counted", metadata, column("id", INTEGER).primaryKey(), column("revision", TEXT)))
        .version(ColumnAttribute.of(Counted.class, "revision"));

    assertThat(mistakes()).contains("Counted.revision cannot count versions, since it is a String");
  }

  @Test
  void aSideThatIsNotNamedBackIsNamed() {
    Column<Integer> writer = column("writer", INTEGER).references("author.id");
    registry.map(Author.class, author).relationship(BOOKS, r -> r.backPopulates(AUTHOR));
    registry.map(Book.class, book(writer)).relationship(AUTHOR);

    assertThat(mistakes())
        .contains("Author.books names Book.author as its other side, but not the reverse")
        .contains("Add backPopulates(…) there too, or use backref(…) here");
  }

  @Test
  void aSideThatDoesNotExistIsNamed() {
    Column<Integer> writer = column("writer", INTEGER).references("author.id");
    registry.map(Author.class, author).relationship(BOOKS, r -> r.backPopulates(AUTHOR));
    registry.map(Book.class, book(writer)).exclude("author");

    assertThat(mistakes())
        .contains("Author.books names Book.author as its other side, which is not declared");
  }

  @Test
  void aCollectionOnTheSideOfTheForeignKeyIsRefused() {
    Table writer = new Table(
        "writer",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("name", TEXT),
        column("book_id", INTEGER).references("book.id"));
    registry.map(Author.class, writer).relationship(BOOKS);
    registry.map(Book.class, book()).exclude("author");

    assertThat(mistakes())
        .contains("Author.books is a collection, but the foreign key (writer.book_id -> book.id)")
        .contains("or name a link table with secondary(…)");
  }

  @Test
  void aLinkTableWithoutAForeignKeyIsNamed() {
    Table link = new Table(
        "authorship",
        metadata,
        column("author_id", INTEGER).references("author.id"),
        column("book_id", INTEGER));
    registry.map(Author.class, author).relationship(BOOKS, r -> r.secondary(link));
    registry.map(Book.class, book()).exclude("author");

    assertThat(mistakes())
        .contains("Author.books: the link table authorship has no foreign key to book");
  }

  @Test
  void aLinkBetweenRowsOfOneTableNeedsItsTwoJoins() {
    Table folder = new Table("folder", metadata, column("id", INTEGER).primaryKey());
    Table link = new Table(
        "link",
        metadata,
        column("near", INTEGER).references("folder.id"),
        column("far", INTEGER).references("folder.id"));
    registry.map(Folder.class, folder).relationship(LINKED, r -> r.secondary(link));

    assertThat(mistakes())
        .contains("Folder.linked: the link table link can be joined in several ways")
        .contains("Say primaryJoin(owner's side) and secondaryJoin(target's side)");
  }

  @Test
  void theTwoJoinsOfALinkTableAreTakenFromTheirConditions() {
    Column<Integer> id = column("id", INTEGER).primaryKey();
    Column<Integer> near = column("near", INTEGER).references("folder.id");
    Column<Integer> far = column("far", INTEGER).references("folder.id");
    Table folder = new Table("folder", metadata, id);
    Table link = new Table("link", metadata, near, far);
    registry
        .map(Folder.class, folder)
        .relationship(
            LINKED, r -> r.secondary(link).primaryJoin(id.eq(near)).secondaryJoin(far.eq(id)));

    assertThatCode(registry::configure).doesNotThrowAnyException();
  }

  @Test
  void aForeignKeyOfAnotherTypeThanItsKeyIsNamed() {
    Column<Long> writer = column("writer", BIGINT).references("author.id");
    registry.map(Author.class, author).relationship(BOOKS);
    registry.map(Book.class, book(writer)).exclude("author");

    assertThat(mistakes())
        .contains(
            "Author.books equates author.id (INTEGER, Integer) with book.writer (BIGINT, Long)")
        .contains("Give a foreign key the type of the column that it refers to");
  }

  @Test
  void aLinkOfAnotherTypeThanItsKeyIsNamed() {
    Table link = new Table(
        "authorship",
        metadata,
        column("author_id", INTEGER).references("author.id"),
        column("book_id", TEXT).references("book.id"));
    registry.map(Author.class, author).relationship(BOOKS, r -> r.secondary(link));
    registry.map(Book.class, book()).exclude("author");

    assertThat(mistakes()).contains("authorship.book_id (TEXT, String)");
  }

  @Test
  void aJoinConditionOnTheOwnerIsNamed() {
    Column<Integer> writer = column("writer", INTEGER).references("author.id");
    registry
        .map(Author.class, author)
        .relationship(
            BOOKS,
            r -> r.primaryJoin(and(
                    author.column("id", Integer.class).eq(writer),
                    author.column("name", String.class).eq("x")))
                .viewOnly());
    registry.map(Book.class, book(writer)).exclude("author");

    assertThat(mistakes())
        .contains("Author.books has a condition on author.name in its join")
        .contains("only columns of book can be asked when it loads")
        .contains("Keep to those");
  }

  @Test
  void aJoinConditionHasNoOtherSide() {
    Column<Integer> writer = column("writer", INTEGER).references("author.id");
    Table book = book(writer);
    registry
        .map(Author.class, author)
        .relationship(
            BOOKS,
            r -> r.primaryJoin(and(
                    author.column("id", Integer.class).eq(writer),
                    book.column("title", String.class).eq("x")))
                .backref(AUTHOR));
    registry.map(Book.class, book);

    assertThat(mistakes())
        .contains(
            "Book.author is the other side of a relationship whose primaryJoin has a condition")
        .contains("declare Book.author by itself");
  }

  @Test
  void anOrderByAnotherTableIsNamed() {
    Column<Integer> writer = column("writer", INTEGER).references("author.id");
    registry
        .map(Author.class, author)
        .relationship(BOOKS, r -> r.orderBy(author.column("name", String.class).desc()));
    registry.map(Book.class, book(writer)).exclude("author");

    assertThat(mistakes()).contains("Author.books is ordered by author.name, which is not of book");
  }

  @Test
  void anOrderByAnAttributeThatIsNoColumnIsNamed() {
    Column<Integer> writer = column("writer", INTEGER).references("author.id");
    registry
        .map(Author.class, author)
        .relationship(
            BOOKS, r -> r.orderBy(ColumnAttribute.<Book, String>of(Book.class, "colour")));
    registry.map(Book.class, book(writer)).exclude("author");

    assertThat(mistakes())
        .contains("Author.books names Book.colour, which is no column of a table")
        .contains("Name an attribute that is kept in a column: id, title");
  }

  @Test
  void aSecondaryJoinWithoutALinkTableIsNamed() {
    Column<Integer> writer = column("writer", INTEGER).references("author.id");
    registry
        .map(Author.class, author)
        .relationship(
            BOOKS, r -> r.secondaryJoin(author.column("id", Integer.class).eq(writer)));
    registry.map(Book.class, book(writer)).exclude("author");

    assertThat(mistakes()).contains("Author.books says secondaryJoin(…), but goes through no link");
  }

  @Test
  void deleteOrphanNeedsASingleParent() {
    Column<Integer> writer = column("writer", INTEGER).references("author.id");
    registry.map(Author.class, author).exclude("books");
    registry
        .map(Book.class, book(writer))
        .relationship(AUTHOR, r -> r.cascade(Cascade.ALL, Cascade.DELETE_ORPHAN));

    assertThat(mistakes())
        .contains(
            "Book.author has the cascade delete-orphan, but its members may have several parents");
  }

  @Test
  void aClassIsMappedOnce() {
    registry.map(Note.class, author);

    assertThatThrownBy(() -> registry.map(Note.class, author))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("mapped twice");
  }

  @Test
  void nothingIsMappedAfterTheFirstUse() {
    registry.map(
        Note.class,
        new Table("note", metadata, column("id", INTEGER).primaryKey(), column("text", TEXT)));
    registry.configure();

    assertThatThrownBy(() -> registry.map(Author.class, author))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("mapped too late");
  }

  @Test
  void aClassThatWasNotPreparedIsRefusedWhenItIsMapped() {
    assertThatThrownBy(() -> registry.map(StringBuilder.class, author))
        .isInstanceOf(NotPreparedException.class)
        .hasMessageContaining("java.lang.StringBuilder");
  }

  @Test
  void onlyTablesAreMapped() {
    assertThatThrownBy(() -> registry.map(Note.class, author.as("other")))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("can only be mapped to a table");
  }

  @Test
  void twoRegistriesMayMapAClassAlike() {
    Registry second = new Registry(metadata);
    Table book = book(column("author_id", INTEGER).references("author.id"));
    for (Registry each : new Registry[] {registry, second}) {
      each.map(Author.class, author).relationship(BOOKS, r -> r.backref(AUTHOR));
      each.map(Book.class, book);
    }
    registry.configure();

    assertThatCode(second::configure).doesNotThrowAnyException();
  }

  @Test
  void aTableIsFoundByItsClass() {
    Table note =
        new Table("note", metadata, column("id", INTEGER).primaryKey(), column("text", TEXT));
    registry.map(Note.class, note);

    assertThat(registry.table(Note.class)).isSameAs(note);
    assertThatThrownBy(() -> registry.table(Author.class))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("is not mapped in this registry");
  }
}

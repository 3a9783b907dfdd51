package io.alchemy.test.unitofwork;

import static io.alchemy.schema.Column.column;
import static io.alchemy.types.Types.INTEGER;
import static io.alchemy.types.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemy.error.ForeignKeyViolationException;
import io.alchemy.orm.Mapped;
import io.alchemy.orm.Registry;
import io.alchemy.orm.Session;
import io.alchemy.schema.Column;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.unitofwork.Tree.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A primary key that changes: what refers to it follows. The database does it where the foreign key says ON UPDATE
 * CASCADE, and memory follows; the flush does it where there is no such clause.
 */
@EachDatabase
class ChangedKeyTests {
  private static final MetaData METADATA = new MetaData();
  private static final Table COUNTRY =
      new Table("country", METADATA, column("code", varchar(2)).primaryKey());
  private static final Table CITY = new Table(
      "city",
      METADATA,
      column("id", INTEGER).primaryKey(),
      column("country", varchar(2))
          .references("country.code")
          .onUpdate("CASCADE")
          .notNull());
  private static final Column<Integer> NOTE_ID = column("id", INTEGER).primaryKey();
  private static final Column<String> NOTE_ABOUT = column("about", varchar(2)).notNull();
  private static final Table NOTE = new Table("note", METADATA, NOTE_ID, NOTE_ABOUT);
  private static final Column<String> SPEAKS_IN = column("country", varchar(2)).notNull();
  private static final Column<String> SPEAKS_WHAT =
      column("language", varchar(2)).references("language.code").notNull();
  private static final Table SPEAKS = new Table("speaks", METADATA, SPEAKS_IN, SPEAKS_WHAT);
  private static final Column<String> LANGUAGE_CODE = column("code", varchar(2)).primaryKey();
  private static final Table LANGUAGE = new Table("language", METADATA, LANGUAGE_CODE);

  private final TestDatabase database;
  private Fixture fixture;
  private Session session;

  ChangedKeyTests(TestDatabase database) {
    this.database = database;
    this.fixture = new Fixture(database, METADATA, registry());
    this.session = fixture.open();
  }

  private static Registry registry() {
    Column<String> code = COUNTRY.column("code", String.class);
    Registry registry = new Registry(METADATA);
    registry
        .map(Country.class, COUNTRY)
        .relationship(ChangedKeyTests_Country_.cities, r -> r.backref(ChangedKeyTests_City_.home))
        .relationship(
            ChangedKeyTests_Country_.notes,
            r -> r.primaryJoin(code.eq(NOTE_ABOUT)).foreignKeys(NOTE_ABOUT))
        .relationship(
            ChangedKeyTests_Country_.languages,
            r -> r.secondary(SPEAKS)
                .primaryJoin(code.eq(SPEAKS_IN))
                .secondaryJoin(SPEAKS_WHAT.eq(LANGUAGE_CODE))
                .foreignKeys(SPEAKS_IN, SPEAKS_WHAT));
    registry.map(City.class, CITY);
    registry.map(Note.class, NOTE);
    registry.map(Language.class, LANGUAGE);
    return registry;
  }

  @AfterEach
  void everyConnectionIsBack() {
    session.close();
    fixture.close();
    assertThat(database.engine().pool().active()).isZero();
  }

  @Mapped
  static class Country {
    private @Nullable String code;
    private List<City> cities = new ArrayList<>();
    private List<Note> notes = new ArrayList<>();
    private List<Language> languages = new ArrayList<>();

    Country() {}

    Country(String code) {
      this.code = code;
    }

    @Nullable
    String code() {
      return code;
    }

    void code(String given) {
      code = given;
    }

    List<City> cities() {
      return cities;
    }

    List<Note> notes() {
      return notes;
    }

    List<Language> languages() {
      return languages;
    }
  }

  @Mapped
  static class City {
    private @Nullable Integer id;
    private @Nullable String country;
    private @Nullable Country home;

    @Nullable
    String country() {
      return country;
    }

    @Nullable
    Country home() {
      return home;
    }
  }

  @Mapped
  static class Note {
    private @Nullable Integer id;
    private @Nullable String about;

    @Nullable
    String about() {
      return about;
    }
  }

  @Mapped
  static class Language {
    private @Nullable String code;

    Language() {}

    Language(String code) {
      this.code = code;
    }
  }

  private Country saved() {
    Country country = new Country("SU");
    country.cities().add(new City());
    country.notes().add(new Note());
    country.languages().add(new Language("ru"));
    session.add(country);
    session.commit();
    return country;
  }

  @Test
  void whatTheDatabaseChangesIsChangedInMemory() {
    Country country = saved();
    City city = country.cities().get(0);
    assertThat(city.country()).isEqualTo("SU");
    country.code("RU");
    session.flush();

    assertThat(city.country()).isEqualTo("RU");
    assertThat(city.home()).isSameAs(country);
    session.commit();
    assertThat(fixture.value("SELECT country FROM city")).isEqualTo("RU");
  }

  @Test
  void aForeignKeyThatOnlyARelationshipKnowsFollowsLoadedOrNot() {
    Country country = saved();
    country.code("RU");
    session.commit();
    assertThat(fixture.value("SELECT about FROM note")).isEqualTo("RU");

    Note note = country.notes().get(0);
    country.code("XX");
    session.flush();
    assertThat(note.about()).isEqualTo("XX");
    assertThat(fixture.sessionValue(session, "SELECT about FROM note")).isEqualTo("XX");
  }

  @Test
  void linkRowsFollow() {
    Country country = saved();
    country.code("RU");
    country.languages().add(new Language("tt"));
    session.commit();

    assertThat(fixture.values("SELECT country FROM speaks")).containsExactly("RU", "RU");
    assertThat(country.languages()).hasSize(2);
  }

  @Test
  void rollbackGivesTheOldKeysBack() {
    Country country = saved();
    City city = country.cities().get(0);
    country.code("RU");
    session.flush();
    session.rollback();

    assertThat(city.country()).isEqualTo("SU");
    assertThat(country.code()).isEqualTo("SU");
    assertThat(country.notes()).extracting(Note::about).containsExactly("SU");
  }

  @Test
  void withoutTheClauseAForeignKeyRefusesTheChange() {
    try (Fixture tree = new Fixture(database, Tree.METADATA, Tree.registry());
        Session s = tree.open()) {
      Node root = new Node("root", new Node("child"));
      s.add(root);
      s.commit();
      root.id(77);

      assertThatExceptionOfType(ForeignKeyViolationException.class)
          .isThrownBy(s::flush)
          .withMessageContaining("ON UPDATE CASCADE");
    }
  }
}

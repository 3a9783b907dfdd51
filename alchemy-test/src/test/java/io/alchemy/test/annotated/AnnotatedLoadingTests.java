package io.alchemy.test.annotated;

import static io.alchemy.orm.LoaderOptions.joinedLoad;
import static io.alchemy.orm.LoaderOptions.lazyLoad;
import static io.alchemy.orm.LoaderOptions.raiseLoad;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.error.LazyLoadException;
import io.alchemy.orm.CollectionAttribute;
import io.alchemy.orm.ColumnAttribute;
import io.alchemy.orm.LoaderOption;
import io.alchemy.orm.ReferenceAttribute;
import io.alchemy.orm.Registry;
import io.alchemy.orm.Session;
import io.alchemy.orm.SessionMaker;
import io.alchemy.schema.MetaData;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.SqlCapture;
import io.alchemy.test.TestDatabase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How annotations say that relationships load: what is EAGER loads with the instances, in as few statements as may be. */
@EachDatabase
class AnnotatedLoadingTests {
  private static final ColumnAttribute<Crate, Integer> ID = ColumnAttribute.of(Crate.class, "id");
  private static final CollectionAttribute<Crate, Piece> PIECES =
      CollectionAttribute.of(Crate.class, Piece.class, "pieces");
  private static final CollectionAttribute<Crate, Sticker> STICKERS =
      CollectionAttribute.of(Crate.class, Sticker.class, "stickers");
  private static final ReferenceAttribute<Crate, Crate> INSIDE =
      ReferenceAttribute.of(Crate.class, Crate.class, "inside");

  private final TestDatabase database;
  private final MetaData metadata = new MetaData();
  private final Session session;
  private final SessionMaker maker;

  @Entity
  static class Crate {
    @Id
    private @Nullable Integer id;

    @OneToMany(mappedBy = "crate", fetch = FetchType.EAGER, cascade = CascadeType.ALL)
    @OrderBy("name DESC")
    private List<Piece> pieces = new ArrayList<>();

    @ManyToMany(fetch = FetchType.EAGER)
    private Set<Sticker> stickers = new HashSet<>();

    @ManyToOne
    private @Nullable Crate inside;

    @OneToMany(mappedBy = "inside")
    private List<Crate> contents = new ArrayList<>();
  }

  @Entity
  static class Piece {
    @Id
    private @Nullable Integer id;

    private @Nullable String name;

    @ManyToOne
    private @Nullable Crate crate;
  }

  @Entity
  static class Sticker {
    @Id
    private @Nullable Integer id;
  }

  AnnotatedLoadingTests(TestDatabase database) {
    this.database = database;
    Registry registry = new Registry(metadata);
    registry.mapAnnotated(Crate.class, Piece.class, Sticker.class);
    this.maker = SessionMaker.builder(registry, database.engine()).build();
    this.session = maker.open();
  }

  @BeforeEach
  void fill() {
    database.clear();
    metadata.createAll(database.engine());
    maker.transaction(s -> {
      Sticker fragile = new Sticker();
      fragile.id = 1;
      s.add(fragile);
      Crate outer = null;
      for (int i = 1; i <= 3; i++) {
        Crate crate = new Crate();
        crate.id = i;
        crate.inside = outer;
        crate.stickers.add(fragile);
        for (int p = 1; p <= 2; p++) {
          Piece piece = new Piece();
          piece.id = i * 10 + p;
          piece.name = "piece " + p;
          crate.pieces.add(piece);
        }
        s.add(crate);
        outer = crate;
      }
    });
  }

  @AfterEach
  void close() {
    session.close();
  }

  private List<Crate> crates(LoaderOption<?>... options) {
    return session.query(Crate.class).options(options).orderBy(ID).all();
  }

  private int statementsOf(Runnable work) {
    try (SqlCapture sql = SqlCapture.on(database.engine())) {
      work.run();
      return sql.statements().size();
    }
  }

  private static void readCollections(List<Crate> crates) {
    for (Crate crate : crates) {
      assertThat(crate.pieces)
          .extracting(piece -> piece.name)
          .containsExactly("piece 2", "piece 1");
      assertThat(crate.stickers).hasSize(1);
    }
  }

  @Test
  void whatIsEagerLoadsWithTheInstancesByOneStatementEach() {
    List<Crate> crates = new ArrayList<>();

    assertThat(statementsOf(() -> crates.addAll(crates()))).isEqualTo(3);
    assertThat(statementsOf(() -> readCollections(crates))).isZero();
  }

  @Test
  void aQueryMayLoadItLazily() {
    List<Crate> crates = new ArrayList<>();

    assertThat(statementsOf(() -> crates.addAll(crates(lazyLoad(PIECES), lazyLoad(STICKERS)))))
        .isEqualTo(1);
    assertThat(statementsOf(() -> readCollections(crates))).isEqualTo(2);
  }

  @Test
  void aQueryMayJoinIt() {
    assertThat(
            statementsOf(() -> readCollections(crates(joinedLoad(PIECES), joinedLoad(STICKERS)))))
        .isEqualTo(1);
  }

  @Test
  void aQueryMayRefuseToLoadIt() {
    Crate crate = crates(raiseLoad(PIECES)).get(0);

    assertThatThrownBy(() -> crate.pieces.size()).isInstanceOf(LazyLoadException.class);
  }

  @Test
  void aReferenceLoadsWhenItIsRead() {
    List<Piece> pieces = new ArrayList<>();

    assertThat(statementsOf(() -> pieces.addAll(session.query(Piece.class).all())))
        .isEqualTo(1);
    assertThat(statementsOf(() -> assertThat(pieces)
            .extracting(piece -> piece.crate)
            .doesNotContainNull()
            .hasSize(6)))
        .as("the crates and their stickers; their pieces lead back, and wait until they are read")
        .isEqualTo(2);
  }

  @Test
  void aLinkTableThatTheMappingMadeIsOuterJoinedInAChain() {
    assertThat(session.query(Crate.class).leftJoin(STICKERS).toString())
        .contains(" LEFT JOIN sticker ON sticker.id = ")
        .doesNotContain("(");
  }

  @Test
  void aClassThatRefersToItselfIsReadFromBothEnds() {
    List<Crate> crates = crates();

    assertThat(statementsOf(() -> {
          assertThat(crates.get(2).inside).isSameAs(crates.get(1));
          assertThat(crates.get(0).inside).isNull();
        }))
        .isZero();
    assertThat(crates.get(0).contents).containsExactly(crates.get(1));
    assertThat(crates.get(2).contents).isEmpty();
    assertThat(session.query(Crate.class).filter(INSIDE.has(ID.eq(1))).all())
        .containsExactly(crates.get(1));
  }
}

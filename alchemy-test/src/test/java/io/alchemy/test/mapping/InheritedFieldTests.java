package io.alchemy.test.mapping;

import static io.alchemy.schema.Column.column;
import static io.alchemy.types.Types.INTEGER;
import static io.alchemy.types.Types.unicode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.error.StaleDataException;
import io.alchemy.orm.CollectionAttribute;
import io.alchemy.orm.ColumnAttribute;
import io.alchemy.orm.Mapped;
import io.alchemy.orm.ReferenceAttribute;
import io.alchemy.orm.Registry;
import io.alchemy.orm.Session;
import io.alchemy.orm.SessionMaker;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fields of a superclass that nobody annotated: keys, versions, columns and relationships of the mapped classes below it. */
@EachDatabase
class InheritedFieldTests {
  private static final ColumnAttribute<Machine, String> TITLE =
      ColumnAttribute.of(Machine.class, "title");
  private static final CollectionAttribute<Machine, Screw> SCREWS =
      CollectionAttribute.of(Machine.class, Screw.class, "screws");
  private static final ReferenceAttribute<Screw, Machine> MACHINE =
      ReferenceAttribute.of(Screw.class, Machine.class, "machine");

  private final TestDatabase database;
  private final MetaData metadata = new MetaData();
  private final SessionMaker maker;

  abstract static class Titled {
    private @Nullable Integer id;
    private @Nullable Integer revision;
    private @Nullable String title;

    @Nullable
    Integer getId() {
      return id;
    }

    @Nullable
    Integer getRevision() {
      return revision;
    }

    @Nullable
    String getTitle() {
      return title;
    }

    void setTitle(String title) {
      this.title = title;
    }
  }

  @Mapped
  static class Machine extends Titled {
    private List<Screw> screws = new ArrayList<>();
  }

  @Mapped
  static class Screw extends Titled {
    private @Nullable Machine machine;
  }

  InheritedFieldTests(TestDatabase database) {
    this.database = database;
    Table machine = new Table(
        "machine",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("revision", INTEGER).notNull(),
        column("title", unicode(40)));
    Table screw = new Table(
        "screw",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("revision", INTEGER).notNull(),
        column("title", unicode(40)),
        column("machine_id", INTEGER).references("machine.id"));
    Registry registry = new Registry(metadata);
    registry
        .map(Machine.class, machine)
        .version(ColumnAttribute.of(Machine.class, "revision"))
        .relationship(SCREWS, r -> r.backref(MACHINE));
    registry.map(Screw.class, screw).version(ColumnAttribute.of(Screw.class, "revision"));
    this.maker = SessionMaker.builder(registry, database.engine()).build();
  }

  @BeforeEach
  void fill() {
    database.clear();
    metadata.createAll(database.engine());
    maker.transaction(s -> {
      Machine machine = new Machine();
      machine.setTitle("drill");
      Screw screw = new Screw();
      screw.setTitle("M4");
      machine.screws.add(screw);
      s.add(machine);
    });
  }

  @Test
  void inheritedFieldsAreReadAndWritten() {
    maker.transaction(
        s -> s.query(Machine.class).filter(TITLE.eq("drill")).one().setTitle("saw"));

    try (Session s = maker.open()) {
      Machine machine = s.query(Machine.class).one();
      assertThat(machine.getTitle()).isEqualTo("saw");
      assertThat(machine.getRevision()).isEqualTo(2);
      assertThat(s.get(Machine.class, 1)).isSameAs(machine);
      assertThat(machine.screws).extracting(Screw::getTitle).containsExactly("M4");
      assertThat(machine.screws.get(0).machine).isSameAs(machine);
    }
  }

  @Test
  void anInheritedVersionCatchesWhatSomebodyElseChanged() {
    try (Session s = maker.open()) {
      Machine mine = s.query(Machine.class).one();
      database
          .engine()
          .transaction(
              c -> c.execute("UPDATE machine SET revision = 7 WHERE id = ?", mine.getId()));
      mine.setTitle("mine");

      assertThatThrownBy(s::flush).isInstanceOf(StaleDataException.class);
    }
  }
}

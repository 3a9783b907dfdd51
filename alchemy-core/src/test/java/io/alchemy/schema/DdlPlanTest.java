package io.alchemy.schema;

import static io.alchemy.schema.Column.column;
import static io.alchemy.types.Types.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.error.InvalidRequestException;
import io.alchemy.schema.DdlStatement.AddForeignKey;
import io.alchemy.schema.DdlStatement.CreateIndex;
import io.alchemy.schema.DdlStatement.CreateSequence;
import io.alchemy.schema.DdlStatement.CreateTable;
import io.alchemy.schema.DdlStatement.DeferForeignKeys;
import io.alchemy.schema.DdlStatement.DropConstraint;
import io.alchemy.schema.DdlStatement.DropSequence;
import io.alchemy.schema.DdlStatement.DropTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DdlPlanTest {
  private final MetaData metadata = new MetaData();

  private Table table(String name, SchemaItem... items) {
    Table table = new Table(name, metadata, column("id", INTEGER).primaryKey());
    table.add(items);
    return table;
  }

  @Test
  void parentsComeFirstAndTiesByName() {
    table("d");
    table("b", column("c_id", INTEGER).references("c.id"));
    table("c");
    table("a", column("b_id", INTEGER).references("b.id"));
    assertThat(metadata.sortedTables()).extracting(Table::name).containsExactly("c", "b", "a", "d");
  }

  @Test
  void aTableThatRefersToItselfIsNoCycle() {
    Table tree = table("tree", column("parent_id", INTEGER).references("tree.id"));
    assertThat(TableOrder.of(metadata.tables()).inCycles()).isEmpty();
    assertThat(statements(new Recorder(true), metadata::createAll))
        .containsExactly(new CreateTable(tree, tree.foreignKeys()));
  }

  @Test
  void onlyTheForeignKeysOfACycleAreLeftOutOfTheOrder() {
    Table root = table("root");
    Table egg = table(
        "egg",
        column("hen_id", INTEGER).references("hen.id"),
        column("root_id", INTEGER).references("root.id"));
    Table hen = table("hen", column("egg_id", INTEGER).references("egg.id"));
    Table chick = table("chick", column("hen_id", INTEGER).references("hen.id"));
    TableOrder order = TableOrder.of(metadata.tables());
    assertThat(order.tables()).containsExactly(hen, chick, root, egg);
    assertThat(order.inCycles())
        .containsExactlyInAnyOrder(egg.foreignKeys().get(0), hen.foreignKeys().get(0));
  }

  @Test
  void foreignKeysOfACycleAreAddedAfterwards() {
    Table egg = table("egg", column("hen_id", INTEGER).references("hen.id"));
    Table hen = table("hen", column("egg_id", INTEGER).references("egg.id"));
    assertThat(statements(new Recorder(true), metadata::createAll))
        .containsExactly(
            new CreateTable(egg, List.of()),
            new CreateTable(hen, List.of()),
            new AddForeignKey(egg.foreignKeys().get(0)),
            new AddForeignKey(hen.foreignKeys().get(0)));
  }

  @Test
  void aCycleIsMadeAtOnceWhereConstraintsCannotBeAdded() {
    Table egg = table("egg", column("hen_id", INTEGER).references("hen.id"));
    Table hen = table("hen", column("egg_id", INTEGER).references("egg.id"));
    assertThat(statements(new Recorder(false), metadata::createAll))
        .containsExactly(
            new CreateTable(egg, egg.foreignKeys()), new CreateTable(hen, hen.foreignKeys()));
    assertThat(statements(new Recorder(false, "egg", "hen"), metadata::dropAll))
        .containsExactly(new DeferForeignKeys(), new DropTable(hen), new DropTable(egg));
  }

  @Test
  void aCycleIsCutByTheNamesThatTheDatabaseKnowsBeforeItIsDropped() {
    Table egg = table("egg", column("hen_id", INTEGER).references("hen.id"));
    Table hen = table("hen", column("egg_id", INTEGER).references("egg.id"));
    assertThat(statements(new Recorder(true, "egg", "hen"), metadata::dropAll))
        .containsExactly(
            new DropConstraint(egg, "egg_hen_id_chosen"),
            new DropConstraint(hen, "hen_egg_id_chosen"),
            new DropTable(hen),
            new DropTable(egg));
  }

  @Test
  void whatExistsIsLeftAlone() {
    table("old", column("x", INTEGER).indexed());
    Table young = table("young", column("x", INTEGER).indexed());
    assertThat(statements(new Recorder(true, "old"), metadata::createAll))
        .containsExactly(
            new CreateTable(young, List.of()), new CreateIndex(young.indexes().get(0)));
    assertThat(statements(new Recorder(true, "young"), metadata::dropAll))
        .containsExactly(new DropTable(young));
  }

  @Test
  void sequencesAreMadeBeforeTheTablesThatDrawFromThem() {
    Sequence numbers = Sequence.of("numbers");
    Table invoice = table("invoice", column("nr", INTEGER).sequence(numbers));
    assertThat(statements(new Recorder(true), metadata::createAll))
        .containsExactly(new CreateSequence(numbers), new CreateTable(invoice, List.of()));
    assertThat(statements(new Recorder(true, "invoice", "numbers"), metadata::dropAll))
        .containsExactly(new DropTable(invoice), new DropSequence(numbers));
    assertThat(statements(new Recorder(false), metadata::createAll))
        .containsExactly(new CreateTable(invoice, List.of()));
  }

  @Test
  void createAllNeedsAnEngine() {
    assertThatThrownBy(metadata::createAll)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("bind(engine)");
    Table page = table("page");
    Recorder database = new Recorder(true);
    metadata.bind(database).createAll();
    assertThat(database.statements).containsExactly(new CreateTable(page, List.of()));
  }

  private static List<DdlStatement> statements(Recorder database, Consumer<Bind> work) {
    work.accept(database);
    return database.statements;
  }

  /** A database that keeps what it is told; constraints have names that it chose. */
  private static final class Recorder implements Bind, DdlRunner {
    private final boolean altersConstraints;
    private final Set<String> existing;
    private final List<DdlStatement> statements = new ArrayList<>();

    Recorder(boolean altersConstraints, String... existing) {
      this.altersConstraints = altersConstraints;
      this.existing = Set.of(existing);
    }

    @Override
    public void define(Consumer<? super DdlRunner> work) {
      work.accept(this);
    }

    @Override
    public boolean altersConstraints() {
      return altersConstraints;
    }

    @Override
    public boolean hasSequences() {
      return altersConstraints;
    }

    @Override
    public boolean hasComments() {
      return altersConstraints;
    }

    @Override
    public void run(DdlStatement statement) {
      statements.add(statement);
    }

    @Override
    public Inspector inspector() {
      return new Inspector() {
        @Override
        public Inspector inSchema(String schema) {
          return this;
        }

        @Override
        public List<String> tableNames() {
          return existing.stream().sorted().toList();
        }

        @Override
        public boolean hasTable(String name) {
          return existing.contains(name);
        }

        @Override
        public List<ColumnInfo> columns(String table) {
          return List.of();
        }

        @Override
        public @Nullable KeyInfo primaryKey(String table) {
          return null;
        }

        @Override
        public List<ForeignKeyInfo> foreignKeys(String table) {
          String target = table.equals("egg") ? "hen" : "egg";
          return List.of(new ForeignKeyInfo(
              table + "_" + target + "_id_chosen",
              List.of(target + "_id"),
              null,
              target,
              List.of("id"),
              null,
              null));
        }

        @Override
        public List<KeyInfo> uniqueKeys(String table) {
          return List.of();
        }

        @Override
        public List<IndexInfo> indexes(String table) {
          return List.of();
        }

        @Override
        public List<String> sequenceNames() {
          return tableNames();
        }
      };
    }
  }
}

package io.alchemy.test;

import static io.alchemy.schema.Column.column;
import static io.alchemy.types.Types.INTEGER;
import static io.alchemy.types.Types.unicode;
import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.engine.Connection;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import org.junit.jupiter.api.Test;

/** DDL through an engine and through a connection. */
@EachDatabase
class CreateAllTests {
  private final TestDatabase database;
  private final MetaData metadata = new MetaData();

  CreateAllTests(TestDatabase database) {
    this.database = database;
    database.clear();
    new Table("page", metadata, column("id", INTEGER).primaryKey(), column("title", unicode(255)));
    new Table(
        "comment",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("pageid", INTEGER).references("page.id"));
  }

  @Test
  void anEngineCreatesAndDropsInOneTransaction() {
    metadata.createAll(database.engine());
    assertThat(database.engine().inspector().tableNames()).contains("page", "comment");
    metadata.createAll(database.engine());
    metadata.dropAll(database.engine());
    assertThat(database.engine().inspector().tableNames()).isEmpty();
    assertThat(database.engine().pool().active()).isZero();
  }

  @Test
  void onAConnectionItIsPartOfTheTransaction() {
    try (Connection connection = database.engine().connect()) {
      metadata.createAll(connection);
      assertThat(connection.inspector().hasTable("page")).isTrue();
    }
    assertThat(database.engine().inspector().hasTable("page")).isFalse();
  }
}

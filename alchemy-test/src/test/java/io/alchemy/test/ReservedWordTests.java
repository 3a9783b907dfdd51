package io.alchemy.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.compile.Identifiers;
import io.alchemy.engine.Engine;
import io.alchemy.schema.Column;
import io.alchemy.schema.Inspector.ColumnInfo;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import io.alchemy.types.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every keyword of the databases can name a column and a table: what is reserved is quoted. */
@EachDatabase
class ReservedWordTests {
  /** See <a href="https://www.sqlite.org/lang_keywords.html">SQLite: keywords</a>. */
  private static final String SQLITE_KEYWORDS = """
      abort action add after all alter always analyze and as asc attach autoincrement before begin between
      by cascade case cast check collate column commit conflict constraint create cross current current_date
      current_time current_timestamp database default deferrable deferred delete desc detach distinct do drop
      each else end escape except exclude exclusive exists explain fail filter first following for foreign
      from full generated glob group groups having if ignore immediate in index indexed initially inner
      insert instead intersect into is isnull join key last left like limit match materialized natural no not
      nothing notnull null nulls of offset on or order others outer over partition plan pragma preceding
      primary query raise range recursive references regexp reindex release rename replace restrict returning
      right rollback row rows savepoint select set table temp temporary then ties to transaction trigger
      unbounded union unique update using vacuum values view virtual when where window with without
      """;

  private final Engine engine;

  ReservedWordTests(TestDatabase database) {
    this.engine = database.engine();
    database.clear();
  }

  private List<String> keywords() {
    TreeSet<String> words = new TreeSet<>(Arrays.asList(SQLITE_KEYWORDS.trim().split("\\s+")));
    if (engine.dialect().name().equals("postgresql")) {
      engine
          .read(c -> c.execute("SELECT word FROM pg_get_keywords()").all())
          .forEach(row -> words.add(row.get(0, String.class)));
    }
    return new ArrayList<>(words);
  }

  @Test
  void everyKeywordCanNameAColumn() {
    List<String> words = keywords();
    Table table = new Table(
        "t",
        new MetaData(),
        words.stream().map(w -> Column.column(w, Types.INTEGER)).toArray(Column[]::new));
    table.create(engine);
    assertThat(engine.inspector().columns("t")).extracting(ColumnInfo::name).isEqualTo(words);
    String list = words.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
    engine.transaction(c -> {
      c.execute("SELECT " + list + " FROM t ORDER BY " + list).all();
      for (String word : words) {
        String name = Identifiers.quote(word);
        c.execute("UPDATE t SET " + name + " = 1 WHERE t." + name + " = 2 OR " + name + " < 1");
      }
    });
  }

  @Test
  void everyKeywordCanNameATable() {
    MetaData metadata = new MetaData();
    for (String word : keywords()) {
      new Table(word, metadata, Column.column("x", Types.INTEGER));
    }
    metadata.createAll(engine);
    assertThat(engine.inspector().tableNames()).hasSameSizeAs(metadata.tables());
    engine.transaction(c -> {
      for (Table table : metadata.tables()) {
        String name = Identifiers.quote(table.name());
        c.execute("SELECT " + name + ".x FROM " + name + " WHERE " + name + ".x = 1")
            .all();
      }
    });
    metadata.dropAll(engine);
    assertThat(engine.inspector().tableNames()).isEmpty();
  }
}

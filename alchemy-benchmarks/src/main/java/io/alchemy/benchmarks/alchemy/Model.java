package io.alchemy.benchmarks.alchemy;

import static io.alchemy.types.Types.DATETIME;
import static io.alchemy.types.Types.INTEGER;
import static io.alchemy.types.Types.TEXT;
import static io.alchemy.types.Types.unicode;

import io.alchemy.schema.Column;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import java.time.LocalDateTime;

/** The wiki's tables. */
final class Model {
  static final MetaData METADATA = new MetaData();
  static final PageTable PAGE = new PageTable();
  static final CommentTable COMMENT = new CommentTable();
  static final TagTable TAG = new TagTable();
  static final PageTagTable PAGETAG = new PageTagTable();

  private Model() {}

  static final class PageTable extends Table {
    final Column<Integer> id = column("id", INTEGER).primaryKey();
    final Column<String> content = column("content", TEXT).notNull();
    final Column<LocalDateTime> posted = column("posted", DATETIME).notNull();
    final Column<String> title = column("title", unicode(255)).notNull();
    final Column<String> heading = column("heading", unicode(255)).notNull();

    PageTable() {
      super("page", METADATA);
    }
  }

  static final class CommentTable extends Table {
    final Column<Integer> id = column("id", INTEGER).primaryKey();
    final Column<Integer> pageid =
        column("pageid", INTEGER).references(() -> PAGE.id).notNull().indexed();
    final Column<String> content = column("content", TEXT).notNull();
    final Column<String> name = column("name", unicode(255)).notNull();
    final Column<String> email = column("email", unicode(255)).notNull();
    final Column<LocalDateTime> created = column("created", DATETIME).notNull();

    CommentTable() {
      super("comment", METADATA);
    }
  }

  static final class TagTable extends Table {
    final Column<Integer> id = column("id", INTEGER).primaryKey();
    final Column<String> name = column("name", unicode(20)).notNull().unique();

    TagTable() {
      super("tag", METADATA);
    }
  }

  static final class PageTagTable extends Table {
    final Column<Integer> pageid =
        column("pageid", INTEGER).references(() -> PAGE.id).primaryKey();
    final Column<Integer> tagid =
        column("tagid", INTEGER).references(() -> TAG.id).primaryKey();

    PageTagTable() {
      super("pagetag", METADATA);
    }
  }
}

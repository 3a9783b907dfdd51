package io.alchemy.demo.wiki.model;

import static io.alchemy.types.Types.DATETIME;
import static io.alchemy.types.Types.INTEGER;
import static io.alchemy.types.Types.TEXT;
import static io.alchemy.types.Types.unicode;

import io.alchemy.schema.Column;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import java.time.LocalDateTime;

/** The wiki's tables. {@link #METADATA} comes first: all tables are registered when any of them is touched. */
public final class Model {
  public static final MetaData METADATA = new MetaData();
  public static final PageTable PAGE = new PageTable();
  public static final CommentTable COMMENT = new CommentTable();
  public static final TagTable TAG = new TagTable();
  public static final PageTagTable PAGETAG = new PageTagTable();

  /**
   * Pages; {@code version} counts their edits, so that two people who edit at once are noticed. A number is never given
   * to a second page: a form or a link that is older than a deletion must not reach somebody else's page.
   */
  public static final class PageTable extends Table {
    public final Column<Integer> id =
        column("id", INTEGER).sequence("page_seq_id").primaryKey().neverReused();
    public final Column<String> content = column("content", TEXT).notNull();
    public final Column<LocalDateTime> posted =
        column("posted", DATETIME).notNull().defaultFrom(LocalDateTime::now);
    public final Column<String> title =
        column("title", unicode(255)).notNull().defaultValue("Untitled Page");
    public final Column<String> heading = column("heading", unicode(255));
    public final Column<Integer> version = column("version", INTEGER).notNull();

    PageTable() {
      super("page", METADATA);
      index("page_posted", posted);
    }
  }

  public static final class CommentTable extends Table {
    public final Column<Integer> id =
        column("id", INTEGER).sequence("comment_seq_id").primaryKey();
    public final Column<Integer> pageid =
        column("pageid", INTEGER).references(() -> PAGE.id).notNull().indexed();
    public final Column<String> content = column("content", TEXT).notNull();
    public final Column<String> name = column("name", unicode(255)).notNull();
    public final Column<String> email = column("email", unicode(255)).notNull();
    public final Column<LocalDateTime> created =
        column("created", DATETIME).notNull().defaultFrom(LocalDateTime::now);

    CommentTable() {
      super("comment", METADATA);
    }
  }

  public static final class TagTable extends Table {
    public final Column<Integer> id =
        column("id", INTEGER).sequence("tag_seq_id").primaryKey();
    public final Column<String> name =
        column("name", unicode(TagName.MAX_LENGTH)).notNull().unique();

    TagTable() {
      super("tag", METADATA);
    }
  }

  /** Which page has which tag. The pair is the key: a page cannot have a tag twice. */
  public static final class PageTagTable extends Table {
    public final Column<Integer> pageid =
        column("pageid", INTEGER).references(() -> PAGE.id).primaryKey();
    public final Column<Integer> tagid =
        column("tagid", INTEGER).references(() -> TAG.id).primaryKey();

    PageTagTable() {
      super("pagetag", METADATA);
    }
  }

  private Model() {}
}

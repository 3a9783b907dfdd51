package io.alchemy.test.wiki;

import static io.alchemy.schema.Column.column;
import static io.alchemy.types.Types.DATETIME;
import static io.alchemy.types.Types.INTEGER;
import static io.alchemy.types.Types.TEXT;
import static io.alchemy.types.Types.unicode;

import io.alchemy.orm.Registry;
import io.alchemy.schema.Column;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import java.time.LocalDateTime;

/** The tutorial's tables, and its mapping. */
public final class Model {
  public static final MetaData METADATA = new MetaData();
  public static final PageTable PAGE = new PageTable();
  public static final CommentTable COMMENT = new CommentTable();
  public static final TagTable TAG = new TagTable();
  public static final PageTagTable PAGETAG = new PageTagTable();

  private Model() {}

  /** A registry of its own for each caller, as the tutorial maps the classes. */
  public static Registry registry() {
    Registry registry = new Registry(METADATA);
    registry
        .map(Page.class, PAGE)
        .relationship(Page_.comments, r -> r.backref(Comment_.page).orderBy(COMMENT.created))
        .relationship(Page_.tags, r -> r.secondary(PAGETAG));
    registry.map(Comment.class, COMMENT);
    registry.map(Tag.class, TAG);
    return registry;
  }

  /** {@code page}. */
  public static final class PageTable extends Table {
    public final Column<Integer> id =
        column("id", INTEGER).sequence("page_seq_id").primaryKey();
    public final Column<String> content = column("content", TEXT).notNull();
    public final Column<LocalDateTime> posted =
        column("posted", DATETIME).defaultFrom(LocalDateTime::now);
    public final Column<String> title = column("title", unicode(255)).defaultValue("Untitled Page");
    public final Column<String> heading = column("heading", unicode(255));

    PageTable() {
      super("page", METADATA);
    }
  }

  /** {@code comment}. */
  public static final class CommentTable extends Table {
    public final Column<Integer> id =
        column("id", INTEGER).sequence("comment_seq_id").primaryKey();
    public final Column<Integer> pageid =
        column("pageid", INTEGER).references("page.id").notNull();
    public final Column<String> content = column("content", TEXT).defaultValue("");
    public final Column<String> name = column("name", unicode(255));
    public final Column<String> email = column("email", unicode(255)).notNull();
    public final Column<LocalDateTime> created =
        column("created", DATETIME).defaultFrom(LocalDateTime::now);

    CommentTable() {
      super("comment", METADATA);
    }
  }

  /** {@code tag}. */
  public static final class TagTable extends Table {
    public final Column<Integer> id =
        column("id", INTEGER).sequence("tag_seq_id").primaryKey();
    public final Column<String> name = column("name", unicode(20)).notNull().unique();

    TagTable() {
      super("tag", METADATA);
    }
  }

  /** {@code pagetag}, which links the two. */
  public static final class PageTagTable extends Table {
    public final Column<Integer> id =
        column("id", INTEGER).sequence("pagetag_seq_id").primaryKey();
    public final Column<Integer> pageid = column("pageid", INTEGER).references("page.id");
    public final Column<Integer> tagid = column("tagid", INTEGER).references("tag.id");

    PageTagTable() {
      super("pagetag", METADATA);
    }
  }
}

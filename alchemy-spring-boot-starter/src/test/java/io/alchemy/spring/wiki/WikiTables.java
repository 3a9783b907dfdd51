package io.alchemy.spring.wiki;

import static io.alchemy.types.Types.INTEGER;
import static io.alchemy.types.Types.unicode;

import io.alchemy.schema.Column;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;

public final class WikiTables {
  public static final MetaData METADATA = new MetaData();
  public static final ArticleTable ARTICLE = new ArticleTable();
  public static final RemarkTable REMARK = new RemarkTable();

  private WikiTables() {}

  public static final class ArticleTable extends Table {
    public final Column<Integer> id = column("id", INTEGER).primaryKey();
    public final Column<String> title = column("title", unicode(255)).notNull().unique();
    public final Column<Integer> version = column("version", INTEGER).notNull();

    ArticleTable() {
      super("article", METADATA);
    }
  }

  public static final class RemarkTable extends Table {
    public final Column<Integer> id = column("id", INTEGER).primaryKey();
    public final Column<String> text = column("text", unicode(255)).notNull();
    public final Column<Integer> articleId = column("article_id", INTEGER).references("article.id");

    RemarkTable() {
      super("remark", METADATA);
    }
  }
}

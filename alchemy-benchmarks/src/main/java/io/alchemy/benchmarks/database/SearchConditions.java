package io.alchemy.benchmarks.database;

import io.alchemy.benchmarks.wiki.PageSearch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The SQL of a search, written by hand, and its values in order. */
public final class SearchConditions {
  private final StringBuilder sql =
      new StringBuilder("SELECT page.id, page.title, comment.name, tag.name FROM page"
          + " JOIN comment ON comment.pageid = page.id"
          + " JOIN pagetag ON pagetag.pageid = page.id"
          + " JOIN tag ON tag.id = pagetag.tagid");
  private final List<Object> values = new ArrayList<>();

  public SearchConditions(PageSearch search) {
    where("page.id >= ?", search.fromPage());
    where("page.title LIKE ?", search.title());
    where("page.posted >= ?", search.postedFrom());
    where("comment.name LIKE ?", search.name());
    where("comment.id <> ?", search.notComment());
    where("tag.name LIKE ?", search.tag());
    where("page.id <= ?", search.toPage());
    where("page.heading LIKE ?", search.heading());
    where("page.posted < ?", search.postedBefore());
    where("comment.email LIKE ?", search.email());
    where("comment.created >= ?", search.createdFrom());
    where("tag.name <> ?", search.notTag());
    sql.append(" ORDER BY page.id, comment.id, tag.id LIMIT ?");
    values.add(PageSearch.LIMIT);
  }

  private void where(String condition, @Nullable Object value) {
    if (value != null) {
      sql.append(values.isEmpty() ? " WHERE " : " AND ").append(condition);
      values.add(value);
    }
  }

  public String text() {
    return sql.toString();
  }

  public List<Object> values() {
    return values;
  }
}

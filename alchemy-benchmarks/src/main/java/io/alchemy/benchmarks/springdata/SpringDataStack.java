package io.alchemy.benchmarks.springdata;

import static org.springframework.data.relational.core.query.Criteria.where;
import static org.springframework.data.relational.core.query.Query.query;

import com.zaxxer.hikari.HikariDataSource;
import io.alchemy.benchmarks.database.Database;
import io.alchemy.benchmarks.database.DateTimes;
import io.alchemy.benchmarks.database.Joins;
import io.alchemy.benchmarks.database.SearchConditions;
import io.alchemy.benchmarks.stack.Stack;
import io.alchemy.benchmarks.wiki.Draft;
import io.alchemy.benchmarks.wiki.Graph;
import io.alchemy.benchmarks.wiki.Hit;
import io.alchemy.benchmarks.wiki.PageSearch;
import io.alchemy.benchmarks.wiki.Tagged;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Aggregates by the template on which Spring Data JDBC's repositories are built. Pages, comments and tags are aggregates that know each
 * other by key, so that a graph is a statement for each table; joins, of tags and of the search, are SQL by hand.
 */
public final class SpringDataStack implements Stack {
  private static final String TAG =
      "SELECT tag.id, tag.name, pagetag.pageid FROM tag JOIN pagetag ON pagetag.tagid = tag.id WHERE pagetag.pageid ";
  private static final RowMapper<Link> TO_LINK =
      (rows, number) -> new Link(rows.getInt(3), new Tag(rows.getInt(1), rows.getString(2)));

  private final HikariDataSource pool;
  private final AnnotationConfigApplicationContext context;
  private final JdbcAggregateOperations aggregates;
  private final JdbcOperations jdbc;
  private final TransactionOperations transactions;
  private final DateTimes dateTimes;

  /** A tag and the page that has it. */
  private record Link(int page, Tag tag) {}

  public SpringDataStack(Database database) {
    this.pool = database.pool();
    this.dateTimes = database.kind().dateTimes();
    this.context = new AnnotationConfigApplicationContext();
    context.registerBean(
        WikiConfiguration.class, () -> new WikiConfiguration(database.kind(), pool));
    context.refresh();
    this.aggregates = context.getBean(JdbcAggregateOperations.class);
    this.jdbc = context.getBean(NamedParameterJdbcOperations.class).getJdbcOperations();
    this.transactions = context.getBean(TransactionOperations.class);
  }

  @Override
  public void loadEachClass() {
    for (Class<?> mapped : List.of(Page.class, Comment.class, Tag.class)) {
      if (aggregates.findById(1, mapped) == null) {
        throw new IllegalStateException("there is no " + mapped.getSimpleName());
      }
    }
  }

  @Override
  public List<Page> insert(List<Draft> drafts) {
    List<Page> pages = drafts.stream().map(Page::new).toList();
    transactions.executeWithoutResult(status -> aggregates.insertAll(pages));
    return pages;
  }

  @Override
  public @Nullable Page page(int id) {
    return aggregates.findById(id, Page.class);
  }

  @Override
  public List<Page> pages(int first, int last) {
    return aggregates.findAll(
        query(where("id").between(first, last)).sort(Sort.by("id")), Page.class);
  }

  @Override
  public List<Page> graph(int first, int last) {
    List<Page> pages = pages(first, last);
    Map<Integer, Page> byKey = byKey(pages);
    addComments(byKey, first, last);
    String tags = TAG + "BETWEEN ? AND ? ORDER BY pagetag.pageid, pagetag.tagid";
    for (Link link : jdbc.query(tags, TO_LINK, first, last)) {
      owner(byKey, link.page()).add(link.tag());
    }
    Graph.walk(pages);
    return pages;
  }

  private static Map<Integer, Page> byKey(List<Page> pages) {
    Map<Integer, Page> byKey = new HashMap<>();
    pages.forEach(page -> byKey.put(key(page), page));
    return byKey;
  }

  private void addComments(Map<Integer, Page> byKey, int first, int last) {
    for (Comment comment : aggregates.findAll(
        query(where("pageid").between(first, last)).sort(Sort.by("pageid", "id")), Comment.class)) {
      owner(byKey, comment.pageid()).add(comment);
    }
  }

  private static Page owner(Map<Integer, Page> pages, Integer key) {
    return Objects.requireNonNull(pages.get(key));
  }

  private static Integer key(Page page) {
    return Objects.requireNonNull(page.id());
  }

  @Override
  public List<Page> naiveGraph(int first, int last) {
    List<Page> pages = pages(first, last);
    for (Page page : pages) {
      aggregates
          .findAll(query(where("pageid").is(key(page))).sort(Sort.by("id")), Comment.class)
          .forEach(page::add);
      jdbc.query(TAG + "= ? ORDER BY tag.id", TO_LINK, key(page))
          .forEach(link -> page.add(link.tag()));
    }
    Graph.walk(pages);
    return pages;
  }

  /** Two statements, since comments are aggregates of their own. */
  @Override
  public List<Page> commented(int first, int last) {
    List<Page> pages = pages(first, last);
    addComments(byKey(pages), first, last);
    return pages;
  }

  @Override
  public List<Tagged> tagged(int first, int last) {
    RowMapper<Tagged> toTagged = (rows, number) -> new Tagged(
        new Page(
            rows.getInt(1),
            rows.getString(2),
            dateTimes.read(rows, 3),
            rows.getString(4),
            rows.getString(5)),
        new Tag(rows.getInt(6), rows.getString(7)));
    return jdbc.query(Joins.TAGGED, toTagged, first, last);
  }

  /** Nothing remembers what was loaded, so those that were changed are said. */
  @Override
  public int rename(int first, int last, int step, String title) {
    return transactions.execute(status -> {
      List<Page> pages = pages(first, last);
      List<Page> changed = new ArrayList<>();
      for (int i = 0; i < pages.size(); i += step) {
        pages.get(i).rename(title);
        changed.add(pages.get(i));
      }
      aggregates.updateAll(changed);
      return pages.size();
    });
  }

  @Override
  public List<Hit> search(PageSearch search) {
    SearchConditions conditions = new SearchConditions(search);
    return jdbc.query(
        conditions.text(),
        statement -> {
          int index = 1;
          for (Object value : conditions.values()) {
            if (value instanceof LocalDateTime time) {
              dateTimes.bind(statement, index, time);
            } else {
              statement.setObject(index, value);
            }
            index++;
          }
        },
        (rows, number) ->
            new Hit(rows.getInt(1), rows.getString(2), rows.getString(3), rows.getString(4)));
  }

  @Override
  public long stream(int after) {
    return transactions.execute(status -> {
      long sum = 0;
      try (Stream<Comment> comments = aggregates.streamAll(
          query(where("id").greaterThan(after)).sort(Sort.by("id")), Comment.class)) {
        for (Iterator<Comment> each = comments.iterator(); each.hasNext(); ) {
          sum += each.next().id();
        }
      }
      return sum;
    });
  }

  @Override
  public void close() {
    context.close();
    pool.close();
  }
}

package io.alchemy.benchmarks.ebean;

import com.zaxxer.hikari.HikariDataSource;
import io.alchemy.benchmarks.database.Database;
import io.alchemy.benchmarks.database.DatabaseKind;
import io.alchemy.benchmarks.database.SearchConditions;
import io.alchemy.benchmarks.stack.Remembering;
import io.alchemy.benchmarks.stack.Stack;
import io.alchemy.benchmarks.wiki.Draft;
import io.alchemy.benchmarks.wiki.Graph;
import io.alchemy.benchmarks.wiki.Hit;
import io.alchemy.benchmarks.wiki.PageSearch;
import io.alchemy.benchmarks.wiki.Tagged;
import io.ebean.DatabaseBuilder;
import io.ebean.Query;
import io.ebean.QueryIterator;
import io.ebean.Transaction;
import io.ebean.annotation.PersistBatch;
import io.ebean.platform.sqlite.SQLitePlatform;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ebean's queries, and batches for what is written. A graph is pages joined with their tags, and a query for the comments; the naive loop
 * finds that Ebean loads a lazy collection for a hundred pages at once.
 */
public final class EbeanStack implements Stack, Remembering {
  private static final int BATCH = 100;
  private static final int FETCH_SIZE = 1_000;

  private final HikariDataSource pool;
  private final io.ebean.Database ebean;
  /** SQLite's driver gives the last key of a batch alone, and Ebean takes none. */
  private final boolean batchGivesKeys;

  public EbeanStack(Database database) {
    this.pool = database.pool();
    this.ebean = open(database.kind(), pool);
    this.batchGivesKeys = database.kind() != DatabaseKind.SQLITE;
  }

  private static io.ebean.Database open(DatabaseKind kind, HikariDataSource pool) {
    DatabaseBuilder builder = io.ebean.Database.builder()
        .name("wiki")
        .defaultDatabase(false)
        .register(false)
        .dataSource(pool)
        .readOnlyDataSource(pool)
        .persistBatch(PersistBatch.ALL)
        .persistBatchSize(BATCH)
        .addClass(Page.class)
        .addClass(Comment.class)
        .addClass(Tag.class)
        .addClass(PageTag.class)
        .addClass(PageTag.Key.class);
    if (kind == DatabaseKind.SQLITE) {
      builder.addClass(IsoTextConverter.class).databasePlatform(platformWithGeneratedKeys());
    }
    return builder.build();
  }

  /** Ebean's own asks for each key by a statement, though SQLite's driver gives generated keys. */
  private static SQLitePlatform platformWithGeneratedKeys() {
    SQLitePlatform platform = new SQLitePlatform();
    platform.dbIdentity().setSupportsGetGeneratedKeys(true);
    return platform;
  }

  @Override
  public void loadEachClass() {
    for (Class<?> mapped : List.of(Page.class, Comment.class, Tag.class, PageTag.class)) {
      if (ebean.find(mapped).setMaxRows(1).findOne() == null) {
        throw new IllegalStateException("there is no " + mapped.getSimpleName());
      }
    }
  }

  @Override
  public List<Page> insert(List<Draft> drafts) {
    List<Page> pages = drafts.stream().map(Page::new).toList();
    try (Transaction transaction = ebean.beginTransaction()) {
      transaction.setBatchMode(batchGivesKeys);
      for (Page page : pages) {
        ebean.insert(page);
      }
      transaction.commit();
    }
    return pages;
  }

  @Override
  public @Nullable Page page(int id) {
    return ebean.find(Page.class, id);
  }

  private Query<Page> range(int first, int last) {
    return ebean
        .find(Page.class)
        .where()
        .between("id", first, last)
        .orderBy("id")
        .query();
  }

  @Override
  public List<Page> pages(int first, int last) {
    return range(first, last).findList();
  }

  @Override
  public List<Page> graph(int first, int last) {
    List<Page> pages = range(first, last).fetch("tags").fetchQuery("comments").findList();
    Graph.walk(pages);
    return pages;
  }

  @Override
  public List<Page> naiveGraph(int first, int last) {
    List<Page> pages = range(first, last).findList();
    Graph.walk(pages);
    return pages;
  }

  @Override
  public List<Page> commented(int first, int last) {
    return range(first, last).fetch("comments").findList();
  }

  /** A query of entities finds each page once, with its tags. */
  @Override
  public List<Tagged> tagged(int first, int last) {
    List<Tagged> tagged = new ArrayList<>();
    for (Page page : range(first, last).fetch("tags").findList()) {
      page.tags().forEach(tag -> tagged.add(new Tagged(page, tag)));
    }
    return tagged;
  }

  @Override
  public int rename(int first, int last, int step, String title) {
    try (Transaction transaction = ebean.beginTransaction()) {
      List<Page> pages = range(first, last).findList();
      List<Page> changed = new ArrayList<>();
      for (int i = 0; i < pages.size(); i += step) {
        pages.get(i).rename(title);
        changed.add(pages.get(i));
      }
      ebean.updateAll(changed);
      transaction.commit();
      return pages.size();
    }
  }

  /** A query of entities finds entities, each once, and not pairs of them: this is SQL, with a class for its rows. */
  @Override
  public List<Hit> search(PageSearch search) {
    SearchConditions conditions = new SearchConditions(search);
    return ebean
        .findDto(Hit.class, conditions.text())
        .setParameters(conditions.values().toArray())
        .findList();
  }

  @Override
  public long stream(int after) {
    long sum = 0;
    try (QueryIterator<Comment> comments = ebean
        .find(Comment.class)
        .where()
        .gt("id", after)
        .orderBy("id")
        .query()
        .setBufferFetchSizeHint(FETCH_SIZE)
        .findIterate()) {
      while (comments.hasNext()) {
        Integer id = comments.next().id();
        sum += id == null ? 0 : id;
      }
    }
    return sum;
  }

  @Override
  public LoadedSession load(int first, int last) {
    Transaction transaction = ebean.beginTransaction();
    return new Loaded(ebean, transaction, pages(first, last));
  }

  /**
   * A transaction and what it holds.
   *
   * @param pages those that its persistence context has
   */
  private record Loaded(io.ebean.Database ebean, Transaction transaction, List<Page> pages)
      implements LoadedSession {
    @Override
    public @Nullable Page queryPage(int id) {
      return only(ebean.find(Page.class).where().eq("id", id).findList());
    }

    @Override
    public @Nullable Tag queryTag(int id) {
      return only(ebean.find(Tag.class).where().eq("id", id).findList());
    }

    /** {@code findOne} would not ask the database for what the context has. */
    private static <T> @Nullable T only(List<T> found) {
      return found.isEmpty() ? null : found.get(0);
    }

    @Override
    public void flush() {
      transaction.flush();
    }

    @Override
    public void close() {
      transaction.close();
    }
  }

  @Override
  public void close() {
    ebean.shutdown();
    pool.close();
  }
}

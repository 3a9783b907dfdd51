package io.alchemy.benchmarks.alchemy;

import static io.alchemy.benchmarks.alchemy.Model.COMMENT;
import static io.alchemy.benchmarks.alchemy.Model.PAGE;
import static io.alchemy.benchmarks.alchemy.Model.PAGETAG;
import static io.alchemy.benchmarks.alchemy.Model.TAG;
import static io.alchemy.sql.Sql.multiset;
import static io.alchemy.sql.Sql.param;
import static io.alchemy.sql.Sql.project;
import static io.alchemy.sql.Sql.select;
import static io.alchemy.sql.Sql.update;

import com.zaxxer.hikari.HikariDataSource;
import io.alchemy.benchmarks.database.Database;
import io.alchemy.benchmarks.stack.Rendering;
import io.alchemy.benchmarks.stack.Stack;
import io.alchemy.benchmarks.wiki.Draft;
import io.alchemy.benchmarks.wiki.Graph;
import io.alchemy.benchmarks.wiki.Hit;
import io.alchemy.benchmarks.wiki.PageSearch;
import io.alchemy.benchmarks.wiki.Tagged;
import io.alchemy.compile.Ready;
import io.alchemy.compile.StatementCompiler;
import io.alchemy.engine.Connection;
import io.alchemy.engine.Engine;
import io.alchemy.sql.Select;
import io.alchemy.sql.Selectable;
import io.alchemy.sql.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** SQL expressions and a connection for each operation; rows become objects by the statement's projection. */
public final class AlchemyCore implements Stack, Rendering {
  private static final Selectable<PageRow> PAGES =
      project(PageRow::new, PAGE.id, PAGE.content, PAGE.posted, PAGE.title, PAGE.heading);
  private static final Selectable<CommentRow> COMMENTS = project(
      CommentRow::new,
      COMMENT.id,
      COMMENT.pageid,
      COMMENT.content,
      COMMENT.name,
      COMMENT.email,
      COMMENT.created);
  private static final Selectable<TagRow> TAGS =
      project(TagRow::new, TAG.id, TAG.name, PAGETAG.pageid);
  private static final Selectable<PageRow> COMMENTED = project(
      PageRow::new,
      PAGE.id,
      PAGE.content,
      PAGE.posted,
      PAGE.title,
      PAGE.heading,
      multiset(select(COMMENTS).where(COMMENT.pageid.eq(PAGE.id)).orderBy(COMMENT.id)));
  private static final int FETCH_SIZE = 1_000;

  private final HikariDataSource pool;
  private final Engine engine;
  private final StatementCompiler remembering;
  private final StatementCompiler forgetting;

  public AlchemyCore(Database database) {
    this.pool = database.pool();
    this.engine = Engine.of(pool);
    this.remembering = new StatementCompiler(engine.dialect(), 500);
    this.forgetting = new StatementCompiler(engine.dialect(), 0);
  }

  @Override
  public List<PageRow> insert(List<Draft> drafts) {
    List<Integer> keys = engine.transactionResult(connection -> connection
        .execute(Sql.insert(PAGE)
            .rows(
                drafts,
                (row, draft) -> row.set(PAGE.content, draft.content())
                    .set(PAGE.posted, draft.posted())
                    .set(PAGE.title, draft.title())
                    .set(PAGE.heading, draft.heading()))
            .returning(PAGE.id))
        .all());
    List<PageRow> pages = new ArrayList<>(drafts.size());
    for (int i = 0; i < drafts.size(); i++) {
      pages.add(new PageRow(keys.get(i), drafts.get(i)));
    }
    return pages;
  }

  @Override
  public @Nullable PageRow page(int id) {
    try (Connection connection = engine.connect()) {
      return connection.execute(select(PAGES).where(PAGE.id.eq(id))).oneOrNull();
    }
  }

  @Override
  public List<PageRow> pages(int first, int last) {
    try (Connection connection = engine.connect()) {
      return pages(connection, first, last);
    }
  }

  private static List<PageRow> pages(Connection connection, int first, int last) {
    return connection
        .execute(select(PAGES).where(PAGE.id.between(first, last)).orderBy(PAGE.id))
        .all();
  }

  @Override
  public List<PageRow> graph(int first, int last) {
    try (Connection connection = engine.connect()) {
      List<PageRow> pages = pages(connection, first, last);
      Map<Integer, PageRow> byKey = new HashMap<>(pages.size() * 2);
      pages.forEach(page -> byKey.put(page.id(), page));
      for (CommentRow comment : connection
          .execute(select(COMMENTS)
              .where(COMMENT.pageid.between(first, last))
              .orderBy(COMMENT.pageid, COMMENT.id))
          .all()) {
        owner(byKey, comment.pageid()).add(comment);
      }
      for (TagRow tag : connection
          .execute(select(TAGS)
              .from(TAG.join(PAGETAG))
              .where(PAGETAG.pageid.between(first, last))
              .orderBy(PAGETAG.pageid, PAGETAG.tagid))
          .all()) {
        owner(byKey, tag.pageid()).add(tag);
      }
      Graph.walk(pages);
      return pages;
    }
  }

  private static PageRow owner(Map<Integer, PageRow> pages, Integer key) {
    PageRow page = pages.get(key);
    if (page == null) {
      throw new IllegalStateException("no page " + key);
    }
    return page;
  }

  @Override
  public List<PageRow> naiveGraph(int first, int last) {
    try (Connection connection = engine.connect()) {
      List<PageRow> pages = pages(connection, first, last);
      for (PageRow page : pages) {
        connection
            .execute(select(COMMENTS).where(COMMENT.pageid.eq(page.id())).orderBy(COMMENT.id))
            .all()
            .forEach(page::add);
        connection
            .execute(select(TAGS)
                .from(TAG.join(PAGETAG))
                .where(PAGETAG.pageid.eq(page.id()))
                .orderBy(TAG.id))
            .all()
            .forEach(page::add);
      }
      Graph.walk(pages);
      return pages;
    }
  }

  @Override
  public List<PageRow> commented(int first, int last) {
    try (Connection connection = engine.connect()) {
      return connection
          .execute(select(COMMENTED).where(PAGE.id.between(first, last)).orderBy(PAGE.id))
          .all();
    }
  }

  @Override
  public List<Tagged> tagged(int first, int last) {
    try (Connection connection = engine.connect()) {
      return connection
          .execute(select(project(Tagged::new, PAGES, TAGS))
              .from(PAGE.join(PAGETAG).join(TAG))
              .where(PAGE.id.between(first, last))
              .orderBy(PAGE.id, TAG.id))
          .all();
    }
  }

  @Override
  public int rename(int first, int last, int step, String title) {
    return engine.transactionResult(connection -> {
      List<PageRow> pages = pages(connection, first, last);
      List<Map<String, Object>> changes = new ArrayList<>();
      for (int i = 0; i < pages.size(); i += step) {
        changes.add(Map.of("title", title, "key", pages.get(i).id()));
      }
      connection.executeMany(update(PAGE).where(PAGE.id.eq(param("key", PAGE.id.type()))), changes);
      return pages.size();
    });
  }

  @Override
  public List<Hit> search(PageSearch search) {
    try (Connection connection = engine.connect()) {
      return connection.execute(statement(search)).all();
    }
  }

  private static Select<Hit> statement(PageSearch search) {
    return select(project(Hit::new, PAGE.id, PAGE.title, COMMENT.name, TAG.name))
        .from(PAGE.join(COMMENT).join(PAGETAG, PAGETAG.pageid.eq(PAGE.id)).join(TAG))
        .whereIfPresent(search.fromPage(), PAGE.id::ge)
        .whereIfPresent(search.title(), PAGE.title::like)
        .whereIfPresent(search.postedFrom(), PAGE.posted::ge)
        .whereIfPresent(search.name(), COMMENT.name::like)
        .whereIfPresent(search.notComment(), COMMENT.id::ne)
        .whereIfPresent(search.tag(), TAG.name::like)
        .whereIfPresent(search.toPage(), PAGE.id::le)
        .whereIfPresent(search.heading(), PAGE.heading::like)
        .whereIfPresent(search.postedBefore(), PAGE.posted::lt)
        .whereIfPresent(search.email(), COMMENT.email::like)
        .whereIfPresent(search.createdFrom(), COMMENT.created::ge)
        .whereIfPresent(search.notTag(), TAG.name::ne)
        .orderBy(PAGE.id, COMMENT.id, TAG.id)
        .limit(PageSearch.LIMIT);
  }

  @Override
  public String render(PageSearch search) {
    return render(remembering, search);
  }

  @Override
  public String renderUnknown(PageSearch search) {
    return render(forgetting, search);
  }

  private static String render(StatementCompiler compiler, PageSearch search) {
    Ready<?> ready = compiler.prepare(statement(search), Set.of());
    return ready.compiled().bind(ready.values(), Map.of()).sql();
  }

  @Override
  public long stream(int after) {
    long sum = 0;
    try (Connection connection = engine.connect().fetchSize(FETCH_SIZE);
        Stream<CommentRow> comments =
            connection
                .execute(select(COMMENTS).where(COMMENT.id.gt(after)).orderBy(COMMENT.id))
                .stream()) {
      for (Iterator<CommentRow> each = comments.iterator(); each.hasNext(); ) {
        sum += each.next().id();
      }
    }
    return sum;
  }

  @Override
  public void close() {
    engine.close();
    pool.close();
  }
}

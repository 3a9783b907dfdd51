package io.alchemy.benchmarks.alchemy;

import static io.alchemy.benchmarks.alchemy.Model.COMMENT;
import static io.alchemy.benchmarks.alchemy.Model.METADATA;
import static io.alchemy.benchmarks.alchemy.Model.PAGE;
import static io.alchemy.benchmarks.alchemy.Model.PAGETAG;
import static io.alchemy.benchmarks.alchemy.Model.TAG;
import static io.alchemy.orm.LoaderOptions.joinedLoad;
import static io.alchemy.orm.LoaderOptions.selectinLoad;
import static io.alchemy.sql.Sql.project;
import static io.alchemy.sql.Sql.select;

import com.zaxxer.hikari.HikariDataSource;
import io.alchemy.benchmarks.database.Database;
import io.alchemy.benchmarks.stack.Holding;
import io.alchemy.benchmarks.stack.Stack;
import io.alchemy.benchmarks.wiki.Draft;
import io.alchemy.benchmarks.wiki.Graph;
import io.alchemy.benchmarks.wiki.Hit;
import io.alchemy.benchmarks.wiki.PageSearch;
import io.alchemy.benchmarks.wiki.Tagged;
import io.alchemy.engine.Engine;
import io.alchemy.orm.AliasedClass;
import io.alchemy.orm.Query;
import io.alchemy.orm.Registry;
import io.alchemy.orm.Session;
import io.alchemy.orm.SessionMaker;
import io.alchemy.sql.Select;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Mapped classes and sessions, a session for each operation. */
public final class AlchemyOrm implements Stack, Holding {
  private final HikariDataSource pool;
  private final Engine engine;
  private final SessionMaker sessions;

  public AlchemyOrm(Database database) {
    this.pool = database.pool();
    this.engine = Engine.of(pool);
    this.sessions =
        SessionMaker.builder(registry(), engine).expireOnCommit(false).build();
  }

  private static Registry registry() {
    Registry registry = new Registry(METADATA);
    registry
        .map(Page.class, PAGE)
        .relationship(Page_.comments, r -> r.backref(Comment_.page).orderBy(COMMENT.id))
        .relationship(Page_.tags, r -> r.secondary(PAGETAG).orderBy(TAG.id));
    registry.map(Comment.class, COMMENT);
    registry.map(Tag.class, TAG);
    registry.map(PageTag.class, PAGETAG);
    return registry;
  }

  @Override
  public void loadEachClass() {
    try (Session session = sessions.open()) {
      for (Class<?> mapped : List.of(Page.class, Comment.class, Tag.class, PageTag.class)) {
        if (session.query(mapped).first() == null) {
          throw new IllegalStateException("there is no " + mapped.getSimpleName());
        }
      }
    }
  }

  @Override
  public List<Page> insert(List<Draft> drafts) {
    List<Page> pages = new ArrayList<>(drafts.size());
    try (Session session = sessions.open()) {
      for (Draft draft : drafts) {
        Page page = new Page(draft);
        session.add(page);
        pages.add(page);
      }
      session.commit();
    }
    return pages;
  }

  @Override
  public @Nullable Page page(int id) {
    try (Session session = sessions.open()) {
      return session.get(Page.class, id);
    }
  }

  private static Query<Page> range(Session session, int first, int last) {
    return session.query(Page.class).filter(Page_.id.between(first, last)).orderBy(Page_.id.asc());
  }

  @Override
  public List<Page> pages(int first, int last) {
    try (Session session = sessions.open()) {
      return range(session, first, last).all();
    }
  }

  @Override
  public List<Page> graph(int first, int last) {
    try (Session session = sessions.open()) {
      List<Page> pages = range(session, first, last)
          .options(selectinLoad(Page_.comments), selectinLoad(Page_.tags))
          .all();
      Graph.walk(pages);
      return pages;
    }
  }

  @Override
  public List<Page> naiveGraph(int first, int last) {
    try (Session session = sessions.open()) {
      List<Page> pages = range(session, first, last).all();
      Graph.walk(pages);
      return pages;
    }
  }

  @Override
  public List<Page> commented(int first, int last) {
    try (Session session = sessions.open()) {
      return range(session, first, last).options(joinedLoad(Page_.comments)).all();
    }
  }

  @Override
  public List<Tagged> tagged(int first, int last) {
    AliasedClass<Page> page = AliasedClass.of(Page.class);
    AliasedClass<Tag> tag = AliasedClass.of(Tag.class);
    try (Session session = sessions.open()) {
      return session
          .execute(select(project(Tagged::new, page, tag))
              .from(page)
              .join(page.get(Page_.tags).as(tag))
              .where(page.get(Page_.id).between(first, last))
              .orderBy(page.get(Page_.id), tag.get(Tag_.id)))
          .all();
    }
  }

  @Override
  public int rename(int first, int last, int step, String title) {
    try (Session session = sessions.open()) {
      List<Page> pages = range(session, first, last).all();
      rename(pages, step, title);
      session.commit();
      return pages.size();
    }
  }

  private static void rename(List<Page> pages, int step, String title) {
    for (int i = 0; i < pages.size(); i += step) {
      pages.get(i).rename(title);
    }
  }

  @Override
  public List<Hit> search(PageSearch search) {
    try (Session session = sessions.open()) {
      return session.execute(statement(search)).all();
    }
  }

  private static Select<Hit> statement(PageSearch search) {
    return select(project(Hit::new, Page_.id, Page_.title, Comment_.name, Tag_.name))
        .from(Page.class)
        .join(Page_.comments)
        .join(Page_.tags)
        .whereIfPresent(search.fromPage(), Page_.id::ge)
        .whereIfPresent(search.title(), Page_.title::like)
        .whereIfPresent(search.postedFrom(), Page_.posted::ge)
        .whereIfPresent(search.name(), Comment_.name::like)
        .whereIfPresent(search.notComment(), Comment_.id::ne)
        .whereIfPresent(search.tag(), Tag_.name::like)
        .whereIfPresent(search.toPage(), Page_.id::le)
        .whereIfPresent(search.heading(), Page_.heading::like)
        .whereIfPresent(search.postedBefore(), Page_.posted::lt)
        .whereIfPresent(search.email(), Comment_.email::like)
        .whereIfPresent(search.createdFrom(), Comment_.created::ge)
        .whereIfPresent(search.notTag(), Tag_.name::ne)
        .orderBy(Page_.id.asc(), Comment_.id.asc(), Tag_.id.asc())
        .limit(PageSearch.LIMIT);
  }

  @Override
  public long stream(int after) {
    long sum = 0;
    try (Session session = sessions.open();
        Stream<Comment> comments = session
            .query(Comment.class)
            .filter(Comment_.id.gt(after))
            .orderBy(Comment_.id.asc())
            .stream()) {
      for (Iterator<Comment> each = comments.iterator(); each.hasNext(); ) {
        Integer id = each.next().id();
        sum += id == null ? 0 : id;
      }
    }
    return sum;
  }

  @Override
  public ChangingSession load(int first, int last) {
    Session session = sessions.open();
    return new Loaded(session, range(session, first, last).all());
  }

  /**
   * A session and what keeps its instances.
   *
   * @param pages a session itself holds on to nothing that is unchanged
   */
  private record Loaded(Session session, List<Page> pages) implements ChangingSession {
    @Override
    public @Nullable Page queryPage(int id) {
      return session.query(Page.class).filter(Page_.id.eq(id)).oneOrNull();
    }

    @Override
    public @Nullable Tag queryTag(int id) {
      return session.query(Tag.class).filter(Tag_.id.eq(id)).oneOrNull();
    }

    @Override
    public void renameFirst(int count, String title) {
      rename(pages.subList(0, count), 1, title);
    }

    @Override
    public void flush() {
      session.flush();
    }

    @Override
    public void close() {
      session.close();
    }
  }

  @Override
  public AutoCloseable loadComments(int first, int last) {
    Session session = sessions.open();
    List<Comment> comments = session
        .query(Comment.class)
        .filter(Comment_.id.between(first, last))
        .orderBy(Comment_.id.asc())
        .all();
    return () -> {
      comments.clear();
      session.close();
    };
  }

  @Override
  public void close() {
    engine.close();
    pool.close();
  }
}

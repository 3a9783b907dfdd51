package io.alchemy.benchmarks.hibernate;

import com.zaxxer.hikari.HikariDataSource;
import io.alchemy.benchmarks.database.Database;
import io.alchemy.benchmarks.stack.Holding;
import io.alchemy.benchmarks.stack.Stack;
import io.alchemy.benchmarks.wiki.Draft;
import io.alchemy.benchmarks.wiki.Graph;
import io.alchemy.benchmarks.wiki.Hit;
import io.alchemy.benchmarks.wiki.PageSearch;
import io.alchemy.benchmarks.wiki.Tagged;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate's session with its persistence context. A graph is loaded by a fetch join for each of its collections. Queries flush as they
 * do by default: before each, whatever it reads, all that the session holds is compared with what was loaded.
 */
public final class HibernateStack implements Stack, Holding {
  private static final String RANGE = " where p.id between ?1 and ?2 order by p.id";
  private static final int FETCH_SIZE = 1_000;

  private final HikariDataSource pool;
  private final SessionFactory factory;

  public HibernateStack(Database database) {
    this.pool = database.pool();
    this.factory = Factory.open(database.kind(), pool);
  }

  @Override
  public void loadEachClass() {
    Factory.loadEachClass(factory);
  }

  @Override
  public List<Page> insert(List<Draft> drafts) {
    return factory.fromTransaction(session -> {
      List<Page> pages = new ArrayList<>(drafts.size());
      for (Draft draft : drafts) {
        Page page = new Page(draft);
        session.persist(page);
        pages.add(page);
      }
      return pages;
    });
  }

  @Override
  public @Nullable Page page(int id) {
    return factory.fromSession(session -> session.find(Page.class, id));
  }

  @Override
  public List<Page> pages(int first, int last) {
    return factory.fromSession(session -> pages(session, "", first, last));
  }

  private static List<Page> pages(Session session, String fetches, int first, int last) {
    return session
        .createSelectionQuery("select p from Page p" + fetches + RANGE, Page.class)
        .setParameter(1, first)
        .setParameter(2, last)
        .getResultList();
  }

  @Override
  public List<Page> graph(int first, int last) {
    return factory.fromSession(session -> {
      List<Page> pages = pages(session, " left join fetch p.comments", first, last);
      Graph.walk(pages(session, " left join fetch p.tags", first, last));
      return pages;
    });
  }

  @Override
  public List<Page> naiveGraph(int first, int last) {
    return factory.fromSession(session -> {
      List<Page> pages = pages(session, "", first, last);
      Graph.walk(pages);
      return pages;
    });
  }

  @Override
  public List<Page> commented(int first, int last) {
    return factory.fromSession(
        session -> pages(session, " left join fetch p.comments", first, last));
  }

  @Override
  public List<Tagged> tagged(int first, int last) {
    return factory.fromSession(session -> Factory.tagged(session, first, last));
  }

  @Override
  public int rename(int first, int last, int step, String title) {
    return factory.fromTransaction(session -> {
      List<Page> pages = pages(session, "", first, last);
      rename(pages, step, title);
      return pages.size();
    });
  }

  private static void rename(List<Page> pages, int step, String title) {
    for (int i = 0; i < pages.size(); i += step) {
      pages.get(i).rename(title);
    }
  }

  @Override
  public List<Hit> search(PageSearch search) {
    return factory.fromSession(session -> session
        .createSelectionQuery(SearchCriteria.of(factory.getCriteriaBuilder(), search))
        .setMaxResults(PageSearch.LIMIT)
        .getResultList());
  }

  @Override
  public long stream(int after) {
    return factory.fromTransaction(session -> {
      long sum = 0;
      try (Stream<Comment> comments = session
          .createSelectionQuery("from Comment where id > ?1 order by id", Comment.class)
          .setParameter(1, after)
          .setFetchSize(FETCH_SIZE)
          .getResultStream()) {
        for (Iterator<Comment> each = comments.iterator(); each.hasNext(); ) {
          Comment comment = each.next();
          Integer id = comment.id();
          sum += id == null ? 0 : id;
          session.detach(comment);
        }
      }
      return sum;
    });
  }

  @Override
  public ChangingSession load(int first, int last) {
    Session session = factory.openSession();
    session.beginTransaction();
    return new Loaded(session, pages(session, "", first, last));
  }

  private record Loaded(Session session, List<Page> pages) implements ChangingSession {
    @Override
    public @Nullable Page queryPage(int id) {
      return session
          .createSelectionQuery("from Page where id = ?1", Page.class)
          .setParameter(1, id)
          .getSingleResultOrNull();
    }

    @Override
    public @Nullable Tag queryTag(int id) {
      return session
          .createSelectionQuery("from Tag where id = ?1", Tag.class)
          .setParameter(1, id)
          .getSingleResultOrNull();
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
      session.getTransaction().rollback();
      session.close();
    }
  }

  @Override
  public AutoCloseable loadComments(int first, int last) {
    Session session = factory.openSession();
    List<Comment> comments = session
        .createSelectionQuery("from Comment where id between ?1 and ?2 order by id", Comment.class)
        .setParameter(1, first)
        .setParameter(2, last)
        .getResultList();
    return () -> {
      comments.clear();
      session.close();
    };
  }

  @Override
  public void close() {
    factory.close();
    pool.close();
  }
}

package io.alchemy.benchmarks.hibernate;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.zaxxer.hikari.HikariDataSource;
import io.alchemy.benchmarks.database.Database;
import io.alchemy.benchmarks.stack.Stack;
import io.alchemy.benchmarks.wiki.Draft;
import io.alchemy.benchmarks.wiki.Graph;
import io.alchemy.benchmarks.wiki.Hit;
import io.alchemy.benchmarks.wiki.PageSearch;
import io.alchemy.benchmarks.wiki.Tagged;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Hibernate's stateless session: no context, no dirty checking, updates said out loud. */
public final class StatelessHibernateStack implements Stack {
  private static final String RANGE = " where p.id between ?1 and ?2 order by p.id";
  private static final int FETCH_SIZE = 1_000;
  private static final int BATCH = 100;

  private final HikariDataSource pool;
  private final SessionFactory factory;

  public StatelessHibernateStack(Database database) {
    this.pool = database.pool();
    this.factory = Factory.open(database.kind(), pool);
  }

  @Override
  public void loadEachClass() {
    Factory.loadEachClass(factory);
  }

  @Override
  public List<Page> insert(List<Draft> drafts) {
    return factory.fromStatelessTransaction(session -> {
      List<Page> pages = drafts.stream().map(Page::new).toList();
      session.setJdbcBatchSize(BATCH);
      session.insertMultiple(pages);
      return pages;
    });
  }

  @Override
  public @Nullable Page page(int id) {
    return factory.fromStatelessSession(session -> session.get(Page.class, id));
  }

  @Override
  public List<Page> pages(int first, int last) {
    return factory.fromStatelessSession(session -> pages(session, "", first, last));
  }

  private static List<Page> pages(StatelessSession session, String fetches, int first, int last) {
    return session
        .createSelectionQuery("select p from Page p" + fetches + RANGE, Page.class)
        .setParameter(1, first)
        .setParameter(2, last)
        .getResultList();
  }

  /** A second query would make pages of its own, so the tags come with their pages' keys and are put there by hand. */
  @Override
  public List<Page> graph(int first, int last) {
    return factory.fromStatelessSession(session -> {
      List<Page> pages = pages(session, " left join fetch p.comments", first, last);
      Map<Integer, List<Tag>> tags = tags(session, first, last);
      pages.forEach(page -> page.tag(tags.getOrDefault(page.id(), List.of())));
      Graph.walk(pages);
      return pages;
    });
  }

  /** A tag and the page that has it. */
  private record Link(Integer page, Tag tag) {}

  private static Map<Integer, List<Tag>> tags(StatelessSession session, int first, int last) {
    return session
        .createSelectionQuery(
            "select p.id, t from Page p join p.tags t" + RANGE + ", t.id", Link.class)
        .setParameter(1, first)
        .setParameter(2, last)
        .getResultList()
        .stream()
        .collect(groupingBy(Link::page, mapping(Link::tag, toList())));
  }

  @Override
  public List<Page> naiveGraph(int first, int last) {
    return factory.fromStatelessSession(session -> {
      List<Page> pages = pages(session, "", first, last);
      for (Page page : pages) {
        session.fetch(page.comments());
        session.fetch(page.tags());
      }
      Graph.walk(pages);
      return pages;
    });
  }

  @Override
  public List<Page> commented(int first, int last) {
    return factory.fromStatelessSession(
        session -> pages(session, " left join fetch p.comments", first, last));
  }

  @Override
  public List<Tagged> tagged(int first, int last) {
    return factory.fromStatelessSession(session -> Factory.tagged(session, first, last));
  }

  @Override
  public int rename(int first, int last, int step, String title) {
    return factory.fromStatelessTransaction(session -> {
      List<Page> pages = pages(session, "", first, last);
      List<Page> changed = new ArrayList<>();
      for (int i = 0; i < pages.size(); i += step) {
        pages.get(i).rename(title);
        changed.add(pages.get(i));
      }
      session.setJdbcBatchSize(BATCH);
      session.updateMultiple(changed);
      return pages.size();
    });
  }

  @Override
  public List<Hit> search(PageSearch search) {
    return factory.fromStatelessSession(session -> session
        .createSelectionQuery(SearchCriteria.of(factory.getCriteriaBuilder(), search))
        .setMaxResults(PageSearch.LIMIT)
        .getResultList());
  }

  @Override
  public long stream(int after) {
    return factory.fromStatelessTransaction(session -> {
      long sum = 0;
      try (Stream<Comment> comments = session
          .createSelectionQuery("from Comment where id > ?1 order by id", Comment.class)
          .setParameter(1, after)
          .setFetchSize(FETCH_SIZE)
          .getResultStream()) {
        for (Iterator<Comment> each = comments.iterator(); each.hasNext(); ) {
          Integer id = each.next().id();
          sum += id == null ? 0 : id;
        }
      }
      return sum;
    });
  }

  @Override
  public void close() {
    factory.close();
    pool.close();
  }
}

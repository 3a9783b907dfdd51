package io.alchemy.benchmarks.mybatis;

import com.zaxxer.hikari.HikariDataSource;
import io.alchemy.benchmarks.database.Database;
import io.alchemy.benchmarks.database.DatabaseKind;
import io.alchemy.benchmarks.stack.Rendering;
import io.alchemy.benchmarks.stack.Stack;
import io.alchemy.benchmarks.wiki.Draft;
import io.alchemy.benchmarks.wiki.Graph;
import io.alchemy.benchmarks.wiki.Hit;
import io.alchemy.benchmarks.wiki.PageSearch;
import io.alchemy.benchmarks.wiki.PlainComment;
import io.alchemy.benchmarks.wiki.PlainPage;
import io.alchemy.benchmarks.wiki.Tagged;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that keep their statements open, and batches for what is written, but for inserts where the driver gives no keys of a batch. A
 * graph is a statement for each table; searches are put together by the mapper's conditions.
 */
public final class MybatisStack implements Stack, Rendering {
  private final HikariDataSource pool;
  private final SqlSessionFactory factory;
  private final MappedStatement search;
  /** SQLite's driver gives the last key of a batch alone. */
  private final ExecutorType inserting;

  public MybatisStack(Database database) {
    this.pool = database.pool();
    this.factory = factory(database.kind(), pool);
    this.search =
        factory.getConfiguration().getMappedStatement(WikiMapper.class.getName() + ".search");
    this.inserting =
        database.kind() == DatabaseKind.SQLITE ? ExecutorType.REUSE : ExecutorType.BATCH;
  }

  private static SqlSessionFactory factory(DatabaseKind kind, HikariDataSource pool) {
    Configuration configuration =
        new Configuration(new Environment("wiki", new JdbcTransactionFactory(), pool));
    if (kind == DatabaseKind.SQLITE) {
      configuration.getTypeHandlerRegistry().register(LocalDateTime.class, new IsoTextHandler());
    }
    configuration.getVariables().setProperty("limit", String.valueOf(PageSearch.LIMIT));
    configuration.addMapper(WikiMapper.class);
    return new SqlSessionFactoryBuilder().build(configuration);
  }

  @Override
  public void loadEachClass() {
    graph(1, 1);
    search(PageSearch.number(0));
  }

  /** A session for reading, in auto-commit. */
  private SqlSession open() {
    return factory.openSession(ExecutorType.REUSE, true);
  }

  private static WikiMapper mapper(SqlSession session) {
    return session.getMapper(WikiMapper.class);
  }

  @Override
  public List<PlainPage> insert(List<Draft> drafts) {
    List<PlainPage> pages = drafts.stream().map(PlainPage::new).toList();
    try (SqlSession session = factory.openSession(inserting)) {
      WikiMapper mapper = mapper(session);
      pages.forEach(mapper::insert);
      session.commit();
    }
    return pages;
  }

  @Override
  public @Nullable PlainPage page(int id) {
    try (SqlSession session = open()) {
      return mapper(session).page(id);
    }
  }

  @Override
  public List<PlainPage> pages(int first, int last) {
    try (SqlSession session = open()) {
      return mapper(session).pages(first, last);
    }
  }

  @Override
  public List<PlainPage> graph(int first, int last) {
    try (SqlSession session = open()) {
      WikiMapper mapper = mapper(session);
      List<PlainPage> pages = mapper.pages(first, last);
      Map<Integer, PlainPage> byKey = new HashMap<>();
      pages.forEach(page -> byKey.put(page.id(), page));
      for (PlainComment comment : mapper.comments(first, last)) {
        owner(byKey, comment.page()).add(comment);
      }
      for (Link link : mapper.links(first, last)) {
        owner(byKey, link.page()).add(link.tag());
      }
      Graph.walk(pages);
      return pages;
    }
  }

  private static PlainPage owner(Map<Integer, PlainPage> pages, Integer key) {
    return Objects.requireNonNull(pages.get(key));
  }

  private static int key(PlainPage page) {
    return Objects.requireNonNull(page.id());
  }

  @Override
  public List<PlainPage> naiveGraph(int first, int last) {
    try (SqlSession session = open()) {
      WikiMapper mapper = mapper(session);
      List<PlainPage> pages = mapper.pages(first, last);
      for (PlainPage page : pages) {
        mapper.commentsOf(key(page)).forEach(page::add);
        mapper.linksOf(key(page)).forEach(link -> page.add(link.tag()));
      }
      Graph.walk(pages);
      return pages;
    }
  }

  @Override
  public List<PlainPage> commented(int first, int last) {
    try (SqlSession session = open()) {
      return mapper(session).commented(first, last).stream()
          .map(CommentedPage::page)
          .toList();
    }
  }

  @Override
  public List<Tagged> tagged(int first, int last) {
    try (SqlSession session = open()) {
      return mapper(session).tagged(first, last);
    }
  }

  @Override
  public int rename(int first, int last, int step, String title) {
    try (SqlSession session = factory.openSession(ExecutorType.BATCH)) {
      WikiMapper mapper = mapper(session);
      List<PlainPage> pages = mapper.pages(first, last);
      for (int i = 0; i < pages.size(); i += step) {
        PlainPage page = pages.get(i);
        page.rename(title);
        mapper.rename(key(page), title);
      }
      session.commit();
      return pages.size();
    }
  }

  @Override
  public List<Hit> search(PageSearch search) {
    try (SqlSession session = open()) {
      return mapper(session).search(search);
    }
  }

  @Override
  public String render(PageSearch wanted) {
    return search.getBoundSql(wanted).getSql();
  }

  /** MyBatis keeps no rendered statements. */
  @Override
  public String renderUnknown(PageSearch wanted) {
    return render(wanted);
  }

  @Override
  public long stream(int after) throws Exception {
    long sum = 0;
    try (SqlSession session = factory.openSession();
        Cursor<PlainComment> comments = mapper(session).stream(after)) {
      for (PlainComment comment : comments) {
        sum += comment.id();
      }
    }
    return sum;
  }

  @Override
  public void close() {
    pool.close();
  }
}

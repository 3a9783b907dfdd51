package io.alchemy.benchmarks.jdbc;

import io.alchemy.benchmarks.database.Database;
import io.alchemy.benchmarks.database.DatabaseKind;
import io.alchemy.benchmarks.database.DateTimes;
import io.alchemy.benchmarks.database.Joins;
import io.alchemy.benchmarks.database.PlainRows;
import io.alchemy.benchmarks.database.SearchConditions;
import io.alchemy.benchmarks.stack.Holding;
import io.alchemy.benchmarks.stack.Rendering;
import io.alchemy.benchmarks.stack.Stack;
import io.alchemy.benchmarks.wiki.Draft;
import io.alchemy.benchmarks.wiki.Graph;
import io.alchemy.benchmarks.wiki.Hit;
import io.alchemy.benchmarks.wiki.PageSearch;
import io.alchemy.benchmarks.wiki.PlainComment;
import io.alchemy.benchmarks.wiki.PlainPage;
import io.alchemy.benchmarks.wiki.PlainTag;
import io.alchemy.benchmarks.wiki.Tagged;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One connection of the driver's own, SQL by hand, columns by position. It reads in auto-commit and writes in a transaction; it inserts
 * row by row, updates in a batch, and loads a graph with a statement for each table.
 */
public sealed class JdbcStack implements Stack, Rendering, Holding permits PreparingJdbcStack {
  private static final String PAGE = "SELECT id, content, posted, title, heading FROM page";
  private static final String RANGE = " WHERE id BETWEEN ? AND ? ORDER BY id";
  private static final String COMMENT =
      "SELECT id, pageid, content, name, email, created FROM comment WHERE ";
  private static final String TAG =
      "SELECT tag.id, tag.name, pagetag.pageid FROM tag JOIN pagetag ON pagetag.tagid = tag.id WHERE pagetag.pageid ";
  private static final String INSERT =
      "INSERT INTO page (content, posted, title, heading) VALUES (?, ?, ?, ?)";
  private static final int FETCH_SIZE = 1_000;

  private final Connection connection;
  private final Statements statements;
  private final DateTimes dateTimes;
  private final PlainRows plain;
  private final boolean returnsKeys;

  public JdbcStack(Database database) throws SQLException {
    this(database, Statements.Keeping.OPEN);
  }

  JdbcStack(Database database, Statements.Keeping keeping) throws SQLException {
    this(database.connect(), database.kind(), keeping);
  }

  JdbcStack(Connection connection, DatabaseKind kind, Statements.Keeping keeping) {
    this.connection = connection;
    this.statements = new Statements(connection, keeping);
    this.dateTimes = kind.dateTimes();
    this.plain = new PlainRows(dateTimes);
    this.returnsKeys = kind.returnsKeys();
  }

  @Override
  public List<PlainPage> insert(List<Draft> drafts) throws SQLException {
    List<PlainPage> pages = new ArrayList<>(drafts.size());
    connection.setAutoCommit(false);
    PreparedStatement statement =
        returnsKeys ? statements.take(INSERT + " RETURNING id") : statements.takeForKeys(INSERT);
    for (Draft draft : drafts) {
      PlainPage page = new PlainPage(draft);
      statement.setString(1, draft.content());
      dateTimes.bind(statement, 2, draft.posted());
      statement.setString(3, draft.title());
      statement.setString(4, draft.heading());
      try (ResultSet keys = keys(statement)) {
        keys.next();
        page.inserted(keys.getInt(1));
      }
      pages.add(page);
    }
    statements.done(statement);
    connection.setAutoCommit(true);
    return pages;
  }

  private ResultSet keys(PreparedStatement insert) throws SQLException {
    if (returnsKeys) {
      return insert.executeQuery();
    }
    insert.executeUpdate();
    return insert.getGeneratedKeys();
  }

  @Override
  public @Nullable PlainPage page(int id) throws SQLException {
    PreparedStatement statement = statements.take(PAGE + " WHERE id = ?");
    statement.setInt(1, id);
    PlainPage page = null;
    try (ResultSet rows = statement.executeQuery()) {
      if (rows.next()) {
        page = plain.page(rows);
      }
    }
    statements.done(statement);
    return page;
  }

  /** A statement about pages from the first to the last of these keys. */
  private PreparedStatement take(String sql, int first, int last) throws SQLException {
    PreparedStatement statement = statements.take(sql);
    statement.setInt(1, first);
    statement.setInt(2, last);
    return statement;
  }

  @Override
  public List<PlainPage> pages(int first, int last) throws SQLException {
    List<PlainPage> pages = new ArrayList<>();
    PreparedStatement statement = take(PAGE + RANGE, first, last);
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        pages.add(plain.page(rows));
      }
    }
    statements.done(statement);
    return pages;
  }

  @Override
  public List<PlainPage> graph(int first, int last) throws SQLException {
    List<PlainPage> pages = pages(first, last);
    Map<Integer, PlainPage> byKey = new HashMap<>(pages.size() * 2);
    for (PlainPage page : pages) {
      byKey.put(page.id(), page);
    }
    PreparedStatement comments =
        take(COMMENT + "pageid BETWEEN ? AND ? ORDER BY pageid, id", first, last);
    try (ResultSet rows = comments.executeQuery()) {
      while (rows.next()) {
        PlainComment comment = plain.comment(rows);
        owner(byKey, comment.page()).add(comment);
      }
    }
    statements.done(comments);
    Map<Integer, PlainTag> known = new HashMap<>();
    PreparedStatement tags =
        take(TAG + "BETWEEN ? AND ? ORDER BY pagetag.pageid, pagetag.tagid", first, last);
    try (ResultSet rows = tags.executeQuery()) {
      while (rows.next()) {
        owner(byKey, rows.getInt(3)).add(tag(rows, 1, known));
      }
    }
    statements.done(tags);
    Graph.walk(pages);
    return pages;
  }

  private static PlainTag tag(ResultSet rows, int from, Map<Integer, PlainTag> known)
      throws SQLException {
    Integer id = rows.getInt(from);
    PlainTag tag = known.get(id);
    if (tag == null) {
      tag = new PlainTag(id, rows.getString(from + 1));
      known.put(id, tag);
    }
    return tag;
  }

  private static PlainPage owner(Map<Integer, PlainPage> pages, Integer key) {
    PlainPage page = pages.get(key);
    if (page == null) {
      throw new IllegalStateException("no page " + key);
    }
    return page;
  }

  @Override
  public List<PlainPage> naiveGraph(int first, int last) throws SQLException {
    List<PlainPage> pages = pages(first, last);
    for (PlainPage page : pages) {
      addComments(page);
      addTags(page);
    }
    Graph.walk(pages);
    return pages;
  }

  private void addComments(PlainPage page) throws SQLException {
    PreparedStatement statement = statements.take(COMMENT + "pageid = ? ORDER BY id");
    statement.setObject(1, page.id());
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        page.add(plain.comment(rows));
      }
    }
    statements.done(statement);
  }

  private void addTags(PlainPage page) throws SQLException {
    PreparedStatement statement = statements.take(TAG + "= ? ORDER BY tag.id");
    statement.setObject(1, page.id());
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        page.add(new PlainTag(rows.getInt(1), rows.getString(2)));
      }
    }
    statements.done(statement);
  }

  @Override
  public List<PlainPage> commented(int first, int last) throws SQLException {
    List<PlainPage> pages = new ArrayList<>();
    PreparedStatement statement = take(Joins.COMMENTED, first, last);
    try (ResultSet rows = statement.executeQuery()) {
      PlainPage page = null;
      while (rows.next()) {
        PlainPage before = page;
        page = page(rows, before);
        if (page != before) {
          pages.add(page);
        }
        plain.addComment(page, rows);
      }
    }
    statements.done(statement);
    return pages;
  }

  /** The page of a row, which is the one of the row before if it has its key. */
  private PlainPage page(ResultSet rows, @Nullable PlainPage before) throws SQLException {
    return before != null && before.id() != null && before.id() == rows.getInt(1)
        ? before
        : plain.page(rows);
  }

  @Override
  public List<Tagged> tagged(int first, int last) throws SQLException {
    List<Tagged> tagged = new ArrayList<>();
    PreparedStatement statement = take(Joins.TAGGED, first, last);
    try (ResultSet rows = statement.executeQuery()) {
      PlainPage page = null;
      Map<Integer, PlainTag> known = new HashMap<>();
      while (rows.next()) {
        page = page(rows, page);
        tagged.add(new Tagged(page, tag(rows, 6, known)));
      }
    }
    statements.done(statement);
    return tagged;
  }

  @Override
  public int rename(int first, int last, int step, String title) throws SQLException {
    connection.setAutoCommit(false);
    List<PlainPage> pages = pages(first, last);
    rename(pages, step, title);
    writeTitles(pages, step);
    connection.setAutoCommit(true);
    return pages.size();
  }

  private static void rename(List<PlainPage> pages, int step, String title) {
    for (int i = 0; i < pages.size(); i += step) {
      pages.get(i).rename(title);
    }
  }

  private void writeTitles(List<PlainPage> pages, int step) throws SQLException {
    PreparedStatement statement = statements.take("UPDATE page SET title = ? WHERE id = ?");
    for (int i = 0; i < pages.size(); i += step) {
      PlainPage page = pages.get(i);
      statement.setString(1, page.title());
      statement.setObject(2, page.id());
      statement.addBatch();
    }
    statement.executeBatch();
    statements.done(statement);
  }

  @Override
  public List<Hit> search(PageSearch search) throws SQLException {
    SearchConditions sql = new SearchConditions(search);
    PreparedStatement statement = statements.take(sql.text());
    int index = 1;
    for (Object value : sql.values()) {
      if (value instanceof Integer number) {
        statement.setInt(index, number);
      } else if (value instanceof LocalDateTime time) {
        dateTimes.bind(statement, index, time);
      } else {
        statement.setString(index, value.toString());
      }
      index++;
    }
    List<Hit> hits = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        hits.add(new Hit(rows.getInt(1), rows.getString(2), rows.getString(3), rows.getString(4)));
      }
    }
    statements.done(statement);
    return hits;
  }

  @Override
  public String render(PageSearch search) {
    return new SearchConditions(search).text();
  }

  @Override
  public String renderUnknown(PageSearch search) {
    return render(search);
  }

  /** PostgreSQL's driver streams only in a transaction, with a fetch size. */
  @Override
  public long stream(int after) throws SQLException {
    long sum = 0;
    connection.setAutoCommit(false);
    PreparedStatement statement = statements.take(COMMENT + "id > ? ORDER BY id");
    statement.setFetchSize(FETCH_SIZE);
    statement.setInt(1, after);
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        sum += plain.comment(rows).id();
      }
    }
    statements.done(statement);
    connection.setAutoCommit(true);
    return sum;
  }

  @Override
  public ChangingSession load(int first, int last) throws SQLException {
    connection.setAutoCommit(false);
    return new Loaded(pages(first, last));
  }

  /** Pages, and which of them were changed: nobody remembers that but who changed them. */
  private final class Loaded implements ChangingSession {
    private final List<PlainPage> pages;
    private int renamed;

    Loaded(List<PlainPage> pages) {
      this.pages = pages;
    }

    @Override
    public @Nullable PlainPage queryPage(int id) throws SQLException {
      return page(id);
    }

    @Override
    public @Nullable PlainTag queryTag(int id) throws SQLException {
      return tag(id);
    }

    @Override
    public void renameFirst(int count, String title) {
      rename(pages.subList(0, count), 1, title);
      renamed = count;
    }

    @Override
    public void flush() throws SQLException {
      if (renamed > 0) {
        writeTitles(pages.subList(0, renamed), 1);
        renamed = 0;
      }
    }

    @Override
    public void close() throws SQLException {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  @Override
  public AutoCloseable loadComments(int first, int last) throws SQLException {
    List<PlainComment> comments = new ArrayList<>();
    PreparedStatement statement = take(COMMENT + "id BETWEEN ? AND ? ORDER BY id", first, last);
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        comments.add(plain.comment(rows));
      }
    }
    statements.done(statement);
    return comments::clear;
  }

  private @Nullable PlainTag tag(int id) throws SQLException {
    PreparedStatement statement = statements.take("SELECT id, name FROM tag WHERE id = ?");
    statement.setInt(1, id);
    PlainTag tag = null;
    try (ResultSet rows = statement.executeQuery()) {
      if (rows.next()) {
        tag = new PlainTag(rows.getInt(1), rows.getString(2));
      }
    }
    statements.done(statement);
    return tag;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

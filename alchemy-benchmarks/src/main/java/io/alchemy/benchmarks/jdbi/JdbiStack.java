package io.alchemy.benchmarks.jdbi;

import com.zaxxer.hikari.HikariDataSource;
import io.alchemy.benchmarks.database.Database;
import io.alchemy.benchmarks.database.DatabaseKind;
import io.alchemy.benchmarks.database.DateTimes;
import io.alchemy.benchmarks.database.Joins;
import io.alchemy.benchmarks.database.PlainRows;
import io.alchemy.benchmarks.database.SearchConditions;
import io.alchemy.benchmarks.stack.Stack;
import io.alchemy.benchmarks.wiki.Draft;
import io.alchemy.benchmarks.wiki.Graph;
import io.alchemy.benchmarks.wiki.Hit;
import io.alchemy.benchmarks.wiki.PageSearch;
import io.alchemy.benchmarks.wiki.PlainComment;
import io.alchemy.benchmarks.wiki.PlainPage;
import io.alchemy.benchmarks.wiki.PlainTag;
import io.alchemy.benchmarks.wiki.Tagged;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Handles, SQL by hand, row mappers; many rows in one INSERT where it returns their keys, else a batch. */
public final class JdbiStack implements Stack {
  private static final String PAGE = "SELECT id, content, posted, title, heading FROM page";
  private static final String COMMENT =
      "SELECT id, pageid, content, name, email, created FROM comment WHERE ";
  private static final String TAG =
      "SELECT tag.id, tag.name, pagetag.pageid FROM tag JOIN pagetag ON pagetag.tagid = tag.id WHERE pagetag.pageid ";
  private static final String INSERT =
      "INSERT INTO page (content, posted, title, heading) VALUES (?, ?, ?, ?)";
  private static final int FETCH_SIZE = 1_000;
  /** How many rows go into one INSERT. */
  private static final int ROWS = 100;

  private static final RowMapper<Integer> TO_KEY = (rows, context) -> rows.getInt(1);

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final DatabaseKind kind;
  private final DateTimes dateTimes;
  private final PlainRows plain;
  private final RowMapper<PlainPage> toPage;
  private final RowMapper<PlainComment> toComment;

  /** A tag and the page that has it. */
  private record Link(int page, PlainTag tag) {}

  public JdbiStack(Database database) {
    this.pool = database.pool();
    this.jdbi = Jdbi.create(pool);
    this.kind = database.kind();
    this.dateTimes = kind.dateTimes();
    jdbi.registerArgument(new DateTimeArguments(dateTimes));
    this.plain = new PlainRows(dateTimes);
    this.toPage = (rows, context) -> plain.page(rows);
    this.toComment = (rows, context) -> plain.comment(rows);
  }

  private <S extends SqlStatement<S>> S bind(S statement, int index, LocalDateTime value) {
    Argument argument = (position, prepared, context) -> dateTimes.bind(prepared, position, value);
    return statement.bind(index, argument);
  }

  @Override
  public List<PlainPage> insert(List<Draft> drafts) {
    return jdbi.inTransaction(handle -> {
      List<Integer> keys =
          kind.returnsKeys() ? insertMany(handle, drafts) : insertBatch(handle, drafts);
      List<PlainPage> pages = new ArrayList<>(drafts.size());
      for (int i = 0; i < drafts.size(); i++) {
        Draft draft = drafts.get(i);
        pages.add(new PlainPage(
            keys.get(i), draft.content(), draft.posted(), draft.title(), draft.heading()));
      }
      return pages;
    });
  }

  private static List<Integer> insertMany(Handle handle, List<Draft> drafts) {
    List<Integer> keys = new ArrayList<>(drafts.size());
    for (int from = 0; from < drafts.size(); from += ROWS) {
      List<Draft> some = drafts.subList(from, Math.min(from + ROWS, drafts.size()));
      try (Query insert = handle.createQuery(
          "INSERT INTO page (content, posted, title, heading) VALUES <drafts> RETURNING id")) {
        keys.addAll(insert
            .bindMethodsList("drafts", some, List.of("content", "posted", "title", "heading"))
            .map(TO_KEY)
            .list());
      }
    }
    return keys;
  }

  private List<Integer> insertBatch(Handle handle, List<Draft> drafts) {
    try (PreparedBatch batch = handle.prepareBatch(INSERT)) {
      for (Draft draft : drafts) {
        bind(batch, draft).add();
      }
      return batch.executePreparedBatch("id").map(TO_KEY).list();
    }
  }

  private <S extends SqlStatement<S>> S bind(S insert, Draft draft) {
    insert.bind(0, draft.content()).bind(2, draft.title()).bind(3, draft.heading());
    return bind(insert, 1, draft.posted());
  }

  @Override
  public @Nullable PlainPage page(int id) {
    return jdbi.withHandle(handle -> {
      try (Query query = handle.createQuery(PAGE + " WHERE id = ?")) {
        return query.bind(0, id).map(toPage).findOne().orElse(null);
      }
    });
  }

  @Override
  public List<PlainPage> pages(int first, int last) {
    return jdbi.withHandle(handle -> pages(handle, first, last));
  }

  private List<PlainPage> pages(Handle handle, int first, int last) {
    return list(handle, PAGE + " WHERE id BETWEEN ? AND ? ORDER BY id", toPage, first, last);
  }

  private static <T> List<T> list(
      Handle handle, String sql, RowMapper<T> mapper, @Nullable Integer... values) {
    try (Query query = handle.createQuery(sql)) {
      for (int i = 0; i < values.length; i++) {
        query.bind(i, values[i]);
      }
      return query.map(mapper).list();
    }
  }

  private static final RowMapper<Link> TO_LINK =
      (rows, context) -> new Link(rows.getInt(3), new PlainTag(rows.getInt(1), rows.getString(2)));

  @Override
  public List<PlainPage> graph(int first, int last) {
    return jdbi.withHandle(handle -> {
      List<PlainPage> pages = pages(handle, first, last);
      Map<Integer, PlainPage> byKey = new HashMap<>();
      pages.forEach(page -> byKey.put(page.id(), page));
      String comments = COMMENT + "pageid BETWEEN ? AND ? ORDER BY pageid, id";
      for (PlainComment comment : list(handle, comments, toComment, first, last)) {
        owner(byKey, comment.page()).add(comment);
      }
      String tags = TAG + "BETWEEN ? AND ? ORDER BY pagetag.pageid, pagetag.tagid";
      for (Link link : list(handle, tags, TO_LINK, first, last)) {
        owner(byKey, link.page()).add(link.tag());
      }
      Graph.walk(pages);
      return pages;
    });
  }

  private static PlainPage owner(Map<Integer, PlainPage> pages, Integer key) {
    return Objects.requireNonNull(pages.get(key));
  }

  @Override
  public List<PlainPage> naiveGraph(int first, int last) {
    return jdbi.withHandle(handle -> {
      List<PlainPage> pages = pages(handle, first, last);
      for (PlainPage page : pages) {
        list(handle, COMMENT + "pageid = ? ORDER BY id", toComment, page.id()).forEach(page::add);
        list(handle, TAG + "= ? ORDER BY tag.id", TO_LINK, page.id())
            .forEach(link -> page.add(link.tag()));
      }
      Graph.walk(pages);
      return pages;
    });
  }

  @Override
  public List<PlainPage> commented(int first, int last) {
    return jdbi.withHandle(handle -> {
      try (Query query = handle.createQuery(Joins.COMMENTED)) {
        Map<Integer, PlainPage> pages = query
            .bind(0, first)
            .bind(1, last)
            .scanResultSet((rows, context) -> commented(rows.get()));
        return new ArrayList<>(pages.values());
      }
    });
  }

  private Map<Integer, PlainPage> commented(ResultSet rows) throws SQLException {
    Map<Integer, PlainPage> pages = new LinkedHashMap<>();
    while (rows.next()) {
      PlainPage page = pages.get(rows.getInt(1));
      if (page == null) {
        page = plain.page(rows);
        pages.put(page.id(), page);
      }
      plain.addComment(page, rows);
    }
    return pages;
  }

  @Override
  public List<Tagged> tagged(int first, int last) {
    RowMapper<Tagged> toTagged = (rows, context) ->
        new Tagged(plain.page(rows), new PlainTag(rows.getInt(6), rows.getString(7)));
    return jdbi.withHandle(handle -> list(handle, Joins.TAGGED, toTagged, first, last));
  }

  @Override
  public int rename(int first, int last, int step, String title) {
    return jdbi.inTransaction(handle -> {
      List<PlainPage> pages = pages(handle, first, last);
      try (PreparedBatch batch = handle.prepareBatch("UPDATE page SET title = ? WHERE id = ?")) {
        for (int i = 0; i < pages.size(); i += step) {
          batch.bind(0, title).bind(1, pages.get(i).id()).add();
        }
        batch.execute();
      }
      return pages.size();
    });
  }

  @Override
  public List<Hit> search(PageSearch search) {
    SearchConditions conditions = new SearchConditions(search);
    return jdbi.withHandle(handle -> {
      try (Query query = handle.createQuery(conditions.text())) {
        int index = 0;
        for (Object value : conditions.values()) {
          if (value instanceof LocalDateTime time) {
            bind(query, index, time);
          } else {
            query.bind(index, value);
          }
          index++;
        }
        return query
            .map((rows, context) ->
                new Hit(rows.getInt(1), rows.getString(2), rows.getString(3), rows.getString(4)))
            .list();
      }
    });
  }

  @Override
  public long stream(int after) {
    return jdbi.inTransaction(handle -> {
      long sum = 0;
      try (Query query = handle.createQuery(COMMENT + "id > ? ORDER BY id")) {
        ResultIterable<PlainComment> comments =
            query.setFetchSize(FETCH_SIZE).bind(0, after).map(toComment);
        for (Iterator<PlainComment> each = comments.iterator(); each.hasNext(); ) {
          sum += each.next().id();
        }
      }
      return sum;
    });
  }

  @Override
  public void close() {
    pool.close();
  }
}

package io.alchemy.benchmarks.jooq;

import static io.alchemy.benchmarks.jooq.Wiki.COMMENT;
import static io.alchemy.benchmarks.jooq.Wiki.COMMENT_CONTENT;
import static io.alchemy.benchmarks.jooq.Wiki.COMMENT_EMAIL;
import static io.alchemy.benchmarks.jooq.Wiki.COMMENT_ID;
import static io.alchemy.benchmarks.jooq.Wiki.COMMENT_NAME;
import static io.alchemy.benchmarks.jooq.Wiki.COMMENT_PAGE;
import static io.alchemy.benchmarks.jooq.Wiki.PAGE;
import static io.alchemy.benchmarks.jooq.Wiki.PAGETAG;
import static io.alchemy.benchmarks.jooq.Wiki.PAGETAG_PAGE;
import static io.alchemy.benchmarks.jooq.Wiki.PAGETAG_TAG;
import static io.alchemy.benchmarks.jooq.Wiki.PAGE_CONTENT;
import static io.alchemy.benchmarks.jooq.Wiki.PAGE_HEADING;
import static io.alchemy.benchmarks.jooq.Wiki.PAGE_ID;
import static io.alchemy.benchmarks.jooq.Wiki.PAGE_TITLE;
import static io.alchemy.benchmarks.jooq.Wiki.TAG;
import static io.alchemy.benchmarks.jooq.Wiki.TAG_ID;
import static io.alchemy.benchmarks.jooq.Wiki.TAG_NAME;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.using;

import com.zaxxer.hikari.HikariDataSource;
import io.alchemy.benchmarks.database.Database;
import io.alchemy.benchmarks.database.DatabaseKind;
import io.alchemy.benchmarks.stack.Rendering;
import io.alchemy.benchmarks.stack.Stack;
import io.alchemy.benchmarks.wiki.Draft;
import io.alchemy.benchmarks.wiki.Graph;
import io.alchemy.benchmarks.wiki.Hit;
import io.alchemy.benchmarks.wiki.PageSearch;
import io.alchemy.benchmarks.wiki.Tagged;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.BatchBindStep;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record4;
import org.jooq.Record5;
import org.jooq.Record6;
import org.jooq.RecordMapper;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.SelectJoinStep;
import org.jooq.conf.FetchTriggerValuesAfterReturning;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jspecify.annotations.Nullable;

/** jOOQ's statements, rows made into records by their constructors; a graph is a statement for each table. */
public final class JooqStack implements Stack, Rendering {
  private static final int FETCH_SIZE = 1_000;
  /** How many rows go into one INSERT. */
  private static final int ROWS = 100;

  private final HikariDataSource pool;
  private final DSLContext jooq;
  private final Wiki wiki;

  public JooqStack(Database database) {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    this.pool = database.pool();
    this.jooq = using(pool, dialect(database.kind()), settings());
    this.wiki = new Wiki(database.kind());
  }

  private static Settings settings() {
    return new Settings()
        // Quoted, the names would be those of H2 only in upper case.
        .withRenderQuotedNames(RenderQuotedNames.NEVER)
        // There are no triggers. If there might be, jOOQ would ask SQLite for the last key alone, by a second statement.
        .withFetchTriggerValuesAfterReturning(FetchTriggerValuesAfterReturning.NEVER);
  }

  private static SQLDialect dialect(DatabaseKind kind) {
    return switch (kind) {
      case SQLITE -> SQLDialect.SQLITE;
      case H2 -> SQLDialect.H2;
      case POSTGRESQL -> SQLDialect.POSTGRES;
    };
  }

  @Override
  public List<Page> insert(List<Draft> drafts) {
    return jooq.transactionResult(transaction -> {
      List<Page> pages = new ArrayList<>(drafts.size());
      for (int from = 0; from < drafts.size(); from += ROWS) {
        List<Draft> some = drafts.subList(from, Math.min(from + ROWS, drafts.size()));
        var insert = transaction
            .dsl()
            .insertInto(PAGE, PAGE_CONTENT, wiki.posted, PAGE_TITLE, PAGE_HEADING);
        for (Draft draft : some) {
          insert = insert.values(draft.content(), draft.posted(), draft.title(), draft.heading());
        }
        List<Integer> keys = insert.returningResult(PAGE_ID).fetch(PAGE_ID);
        for (int i = 0; i < some.size(); i++) {
          Draft draft = some.get(i);
          pages.add(Page.alone(
              keys.get(i), draft.content(), draft.posted(), draft.title(), draft.heading()));
        }
      }
      return pages;
    });
  }

  private SelectJoinStep<Record5<Integer, String, LocalDateTime, String, String>> pages(
      DSLContext dsl) {
    return dsl.select(PAGE_ID, PAGE_CONTENT, wiki.posted, PAGE_TITLE, PAGE_HEADING).from(PAGE);
  }

  private SelectJoinStep<
          Record6<Integer, Integer, String, String, String, LocalDateTime>>
      comments() {
    return jooq.select(
            COMMENT_ID, COMMENT_PAGE, COMMENT_CONTENT, COMMENT_NAME, COMMENT_EMAIL, wiki.created)
        .from(COMMENT);
  }

  @Override
  public @Nullable Page page(int id) {
    return pages(jooq).where(PAGE_ID.eq(id)).fetchOne(mapping(Page::alone));
  }

  @Override
  public List<Page> pages(int first, int last) {
    return pages(jooq, first, last);
  }

  private List<Page> pages(DSLContext dsl, int first, int last) {
    return pages(dsl)
        .where(PAGE_ID.between(first, last))
        .orderBy(PAGE_ID)
        .fetch(mapping(Page::alone));
  }

  @Override
  public List<Page> graph(int first, int last) {
    Map<Integer, List<Comment>> comments = comments()
        .where(COMMENT_PAGE.between(first, last))
        .orderBy(COMMENT_PAGE, COMMENT_ID)
        .fetchGroups(COMMENT_PAGE, mapping(Comment::new));
    Map<Integer, List<Tag>> tags = jooq.select(TAG_ID, TAG_NAME, PAGETAG_PAGE)
        .from(TAG)
        .join(PAGETAG)
        .on(PAGETAG_TAG.eq(TAG_ID))
        .where(PAGETAG_PAGE.between(first, last))
        .orderBy(PAGETAG_PAGE, PAGETAG_TAG)
        .fetchGroups(PAGETAG_PAGE, row -> new Tag(row.value1(), row.value2()));
    List<Page> pages = new ArrayList<>();
    for (Page page : pages(first, last)) {
      pages.add(page.with(
          comments.getOrDefault(page.id(), List.of()), tags.getOrDefault(page.id(), List.of())));
    }
    Graph.walk(pages);
    return pages;
  }

  @Override
  public List<Page> naiveGraph(int first, int last) {
    List<Page> pages = new ArrayList<>();
    for (Page page : pages(first, last)) {
      pages.add(page.with(
          comments()
              .where(COMMENT_PAGE.eq(page.id()))
              .orderBy(COMMENT_ID)
              .fetch(mapping(Comment::new)),
          jooq.select(TAG_ID, TAG_NAME)
              .from(TAG)
              .join(PAGETAG)
              .on(PAGETAG_TAG.eq(TAG_ID))
              .where(PAGETAG_PAGE.eq(page.id()))
              .orderBy(TAG_ID)
              .fetch(mapping(Tag::new))));
    }
    Graph.walk(pages);
    return pages;
  }

  @Override
  public List<Page> commented(int first, int last) {
    return jooq.select(
            PAGE_ID,
            PAGE_CONTENT,
            wiki.posted,
            PAGE_TITLE,
            PAGE_HEADING,
            multiset(comments().where(COMMENT_PAGE.eq(PAGE_ID)).orderBy(COMMENT_ID))
                .convertFrom(rows -> rows.map(mapping(Comment::new))))
        .from(PAGE)
        .where(PAGE_ID.between(first, last))
        .orderBy(PAGE_ID)
        .fetch(mapping(Page::commented));
  }

  @Override
  public List<Tagged> tagged(int first, int last) {
    return jooq.select(
            PAGE_ID, PAGE_CONTENT, wiki.posted, PAGE_TITLE, PAGE_HEADING, TAG_ID, TAG_NAME)
        .from(PAGE)
        .join(PAGETAG)
        .on(PAGETAG_PAGE.eq(PAGE_ID))
        .join(TAG)
        .on(TAG_ID.eq(PAGETAG_TAG))
        .where(PAGE_ID.between(first, last))
        .orderBy(PAGE_ID, TAG_ID)
        .fetch(mapping((id, content, posted, title, heading, tag, name) ->
            new Tagged(Page.alone(id, content, posted, title, heading), new Tag(tag, name))));
  }

  @Override
  public int rename(int first, int last, int step, String title) {
    return jooq.transactionResult(transaction -> {
      DSLContext dsl = transaction.dsl();
      List<Page> pages = pages(dsl, first, last);
      BatchBindStep batch =
          dsl.batch(dsl.update(PAGE).set(PAGE_TITLE, "").where(PAGE_ID.eq(0)));
      for (int i = 0; i < pages.size(); i += step) {
        batch = batch.bind(title, pages.get(i).id());
      }
      batch.execute();
      return pages.size();
    });
  }

  private Select<Record4<Integer, String, String, String>> select(PageSearch search) {
    List<Condition> conditions = new ArrayList<>();
    if (search.fromPage() != null) {
      conditions.add(PAGE_ID.ge(search.fromPage()));
    }
    if (search.title() != null) {
      conditions.add(PAGE_TITLE.like(search.title()));
    }
    if (search.postedFrom() != null) {
      conditions.add(wiki.posted.ge(search.postedFrom()));
    }
    if (search.name() != null) {
      conditions.add(COMMENT_NAME.like(search.name()));
    }
    if (search.notComment() != null) {
      conditions.add(COMMENT_ID.ne(search.notComment()));
    }
    if (search.tag() != null) {
      conditions.add(TAG_NAME.like(search.tag()));
    }
    if (search.toPage() != null) {
      conditions.add(PAGE_ID.le(search.toPage()));
    }
    if (search.heading() != null) {
      conditions.add(PAGE_HEADING.like(search.heading()));
    }
    if (search.postedBefore() != null) {
      conditions.add(wiki.posted.lt(search.postedBefore()));
    }
    if (search.email() != null) {
      conditions.add(COMMENT_EMAIL.like(search.email()));
    }
    if (search.createdFrom() != null) {
      conditions.add(wiki.created.ge(search.createdFrom()));
    }
    if (search.notTag() != null) {
      conditions.add(TAG_NAME.ne(search.notTag()));
    }
    return jooq.select(PAGE_ID, PAGE_TITLE, COMMENT_NAME, TAG_NAME)
        .from(PAGE)
        .join(COMMENT)
        .on(COMMENT_PAGE.eq(PAGE_ID))
        .join(PAGETAG)
        .on(PAGETAG_PAGE.eq(PAGE_ID))
        .join(TAG)
        .on(TAG_ID.eq(PAGETAG_TAG))
        .where(conditions)
        .orderBy(PAGE_ID, COMMENT_ID, TAG_ID)
        .limit(PageSearch.LIMIT);
  }

  @Override
  public List<Hit> search(PageSearch search) {
    return select(search).fetch(mapping(Hit::new));
  }

  @Override
  public String render(PageSearch search) {
    return select(search).getSQL();
  }

  /** jOOQ keeps no rendered statements. */
  @Override
  public String renderUnknown(PageSearch search) {
    return render(search);
  }

  @Override
  public long stream(int after) {
    return jooq.transactionResult(transaction -> {
      long sum = 0;
      RecordMapper<
              Record6<Integer, Integer, String, String, String, LocalDateTime>, Comment>
          toComment = mapping(Comment::new);
      try (Cursor<Record6<Integer, Integer, String, String, String, LocalDateTime>>
          comments = transaction
              .dsl()
              .select(
                  COMMENT_ID,
                  COMMENT_PAGE,
                  COMMENT_CONTENT,
                  COMMENT_NAME,
                  COMMENT_EMAIL,
                  wiki.created)
              .from(COMMENT)
              .where(COMMENT_ID.gt(after))
              .orderBy(COMMENT_ID)
              .fetchSize(FETCH_SIZE)
              .fetchLazy()) {
        for (var row : comments) {
          sum += toComment.map(row).id();
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

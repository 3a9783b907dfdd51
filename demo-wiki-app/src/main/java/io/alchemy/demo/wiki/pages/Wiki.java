package io.alchemy.demo.wiki.pages;

import static io.alchemy.demo.wiki.model.Model.TAG;
import static io.alchemy.sql.Sql.insert;
import static io.alchemy.sql.Sql.lower;
import static io.alchemy.sql.Sql.or;

import io.alchemy.demo.wiki.model.Comment;
import io.alchemy.demo.wiki.model.Page;
import io.alchemy.demo.wiki.model.Page_;
import io.alchemy.demo.wiki.model.Tag;
import io.alchemy.demo.wiki.model.TagName;
import io.alchemy.demo.wiki.model.Tag_;
import io.alchemy.orm.Query;
import io.alchemy.orm.Session;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything a person can do with the wiki. */
@Service
@Transactional
public class Wiki {
  private final Session session;

  Wiki(Session session) {
    this.session = session;
  }

  /** The newest pages first; only those with {@code words} in title, heading or content if there are any. */
  @Transactional(readOnly = true)
  public PageList list(String words, int number) {
    Query<Page> pages = session.query(Page.class);
    return sheet(words.isBlank() ? pages : pages.filter(mentions(words.strip())), number);
  }

  /** The pages with a tag, newest first, or nothing if nobody ever used that tag. */
  @Transactional(readOnly = true)
  public Optional<PageList> tagged(TagName name, int number) {
    return findTag(name)
        .map(tag -> sheet(session.query(Page.class).filter(Page_.tags.contains(tag)), number));
  }

  /**
   * The page, with its comments and tags still unloaded: the view loads what it shows.
   *
   * @throws PageNotFoundException if there is none
   */
  @Transactional(readOnly = true)
  public Page page(int id) {
    return existing(id);
  }

  /** The page, or nothing if there is none. */
  @Transactional(readOnly = true)
  public Optional<Page> find(int id) {
    return session.find(Page.class, id);
  }

  public Page create(PageText text) {
    Page page = new Page(text.title(), text.heading(), text.content());
    session.add(page);
    session.flush(); // the redirect needs the key
    return page;
  }

  /**
   * Replaces a page's text.
   *
   * @param version the page's version when the text was read for editing
   * @throws EditConflictException if the page has changed since
   * @throws PageNotFoundException if it was deleted
   */
  public void edit(int id, int version, PageText text) {
    Page page = existing(id);
    if (page.getVersion() != version) {
      throw new EditConflictException(id, version, page.getVersion());
    }
    // The same check runs once more in the UPDATE's WHERE, for an edit that commits between these
    // two lines.
    page.edit(text.title(), text.heading(), text.content());
  }

  /** Deletes a page, its comments, and its places under tags. */
  public void delete(int id) {
    session.delete(existing(id));
  }

  public void comment(int id, String name, String email, String content) {
    existing(id).getComments().add(new Comment(name, email, content));
  }

  /** Puts a page under a tag, which is made if it is new. Doing so twice changes nothing. */
  public void tag(int id, TagName name) {
    Page page = existing(id);
    Tag tag = findTag(name).orElseGet(() -> makeTag(name));
    if (!page.getTags().contains(tag)) {
      page.getTags().add(tag);
    }
  }

  /** Also right if somebody else makes the same tag at this moment: the second insert does nothing. */
  private Tag makeTag(TagName name) {
    session.execute(insert(TAG).set(TAG.name, name.value()).onConflict(TAG.name).doNothing());
    return findTag(name).orElseThrow();
  }

  private Optional<Tag> findTag(TagName name) {
    return session.query(Tag.class).filter(Tag_.name.eq(name.value())).findFirst();
  }

  private Page existing(int id) {
    return find(id).orElseThrow(() -> new PageNotFoundException(id));
  }

  /** Counts, then reads; a number outside the list means its nearest sheet. */
  private static PageList sheet(Query<Page> pages, int number) {
    long total = pages.count();
    int nearest = Math.min(Math.max(number, 1), PageList.sheets(total));
    int from = (nearest - 1) * PageList.SIZE;
    List<Page> rows =
        pages.orderBy(Page_.posted.desc(), Page_.id.desc()).slice(from, from + PageList.SIZE);
    return new PageList(rows, nearest, total);
  }

  private static Condition mentions(String words) {
    return or(
        mentions(Page_.title, words),
        mentions(Page_.heading, words),
        mentions(Page_.content, words));
  }

  /**
   * Without regard to case; and once more as typed, because SQLite's {@code lower} knows only ASCII and would miss "Äpfel"
   * under "Äpfel".
   */
  private static Condition mentions(Expression<String> text, String words) {
    return or(text.contains(words), lower(text).contains(words.toLowerCase(Locale.ROOT)));
  }
}

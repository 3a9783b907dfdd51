package io.alchemy.benchmarks.stack;

import io.alchemy.benchmarks.wiki.Draft;
import io.alchemy.benchmarks.wiki.Hit;
import io.alchemy.benchmarks.wiki.PageSearch;
import io.alchemy.benchmarks.wiki.Tagged;
import io.alchemy.benchmarks.wiki.WikiPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A library, or a way to use one, at the same work as all others. Each call is a session of its own. Pages come in the order of
 * their keys, and ranges of keys include both ends.
 */
public interface Stack extends AutoCloseable {
  /** Reads something of each mapped class, so that no call is of one class by luck. */
  default void loadEachClass() {}

  /** Inserts and commits; the pages have their keys. */
  List<? extends WikiPage> insert(List<Draft> drafts) throws Exception;

  /** The page with this key, without what belongs to it. */
  @Nullable
  WikiPage page(int id) throws Exception;

  /** Pages without what belongs to them. */
  List<? extends WikiPage> pages(int first, int last) throws Exception;

  /** Pages with comments and tags, walked, by the best way that the library's documentation shows. */
  List<? extends WikiPage> graph(int first, int last) throws Exception;

  /** The same as somebody writes it who thinks of no loading: load pages, then look at what belongs to each. */
  List<? extends WikiPage> naiveGraph(int first, int last) throws Exception;

  /** Pages with comments, by one statement where the library has a way to make them of one. */
  List<? extends WikiPage> commented(int first, int last) throws Exception;

  /** Joins pages, links and tags: each page with each of its tags, in the order of the tags' keys. Rows may share their objects. */
  List<Tagged> tagged(int first, int last) throws Exception;

  /**
   * Loads pages, gives each {@code step}th of them, from the first on, the title {@code title}, writes and commits.
   *
   * @return how many pages were loaded
   */
  int rename(int first, int last, int step, String title) throws Exception;

  /**
   * Joins pages, comments, links and tags, and finds {@link PageSearch#LIMIT} rows in the order of the page's key, the comment's and the
   * tag's. The statement is put together for each search.
   */
  List<Hit> search(PageSearch search) throws Exception;

  /**
   * Reads all comments whose key is above {@code after}, as objects, in memory that does not grow with their number.
   *
   * @return the sum of their keys
   */
  long stream(int after) throws Exception;
}

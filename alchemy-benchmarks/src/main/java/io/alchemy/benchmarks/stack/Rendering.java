package io.alchemy.benchmarks.stack;

import io.alchemy.benchmarks.wiki.PageSearch;

/** A stack that can say the SQL of a search without running it. */
public interface Rendering {
  /** The SQL of a search, put together anew; the library may remember statements of its kind. */
  String render(PageSearch search);

  /** The same for a statement that the library has never seen. */
  String renderUnknown(PageSearch search);
}

package io.alchemy.benchmarks.workload;

import io.alchemy.benchmarks.database.Database;
import io.alchemy.benchmarks.stack.Stack;
import io.alchemy.benchmarks.wiki.Draft;
import io.alchemy.benchmarks.wiki.Seed;
import io.alchemy.benchmarks.wiki.WikiPage;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** W1 and W13. The pages are deleted before the next turn. */
final class InsertPages implements Operation {
  private final Stack stack;
  private final Database database;
  private final List<Draft> drafts;

  InsertPages(Stack stack, Database database, int count) {
    this.stack = stack;
    this.database = database;
    this.drafts = Draft.list(count);
  }

  @Override
  public int run(int turn) throws Exception {
    List<? extends WikiPage> pages = stack.insert(drafts);
    return pages.get(drafts.size() - 1).id() == null ? 0 : pages.size();
  }

  @Override
  public int rows() {
    return drafts.size();
  }

  @Override
  public boolean isSurrounded() {
    return true;
  }

  @Override
  public void undo() {
    database.maintain("DELETE FROM page WHERE id > " + Seed.PAGES);
  }

  /** Keys differ between databases and libraries; that each page has the key of its own row does not. */
  @Override
  public void describe(int turn, Digest digest) throws Exception {
    List<? extends WikiPage> pages = stack.insert(drafts);
    Map<Integer, String> stored = StoredPages.titles(database, "id > " + Seed.PAGES);
    for (WikiPage page : pages) {
      digest.add(page.title());
      digest.add(Objects.equals(stored.get(page.id()), page.title()));
    }
    StoredPages.texts(database, "id > " + Seed.PAGES + " ORDER BY title").forEach(digest::add);
    undo();
  }
}

package io.alchemy.benchmarks.workload;

import io.alchemy.benchmarks.database.Database;
import io.alchemy.benchmarks.stack.Rendering;
import io.alchemy.benchmarks.stack.Stack;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The work that is measured. */
public enum Workload {
  INSERT("W1", "insert 1,000 pages, keys from the database"),
  ONE_PAGE("W2", "one page by primary key"),
  MANY_PAGES("W3", "1,000 pages"),
  GRAPH("W4", "100 pages with 10 comments and 3 tags each"),
  NAIVE_GRAPH("W4n", "the same by the naive loop"),
  CHANGE_FEW("W5", "10,000 pages loaded, 10 changed"),
  CHANGE_ALL("W6", "1,000 pages loaded and changed"),
  SEARCH("W7", "a query built at run time"),
  RENDER("W7r", "the same query rendered, its kind seen before"),
  RENDER_UNKNOWN("W7r-miss", "the same query rendered, never seen before"),
  STREAM("W8", "200,000 rows streamed");

  private final String label;
  private final String description;

  Workload(String label, String description) {
    this.label = label;
    this.description = description;
  }

  /** The work for one stack; null where the stack has no way to do it. */
  public @Nullable Operation of(Stack stack, Database database) {
    return switch (this) {
      case INSERT -> new InsertPages(stack, database);
      case ONE_PAGE -> new OnePage(stack);
      case MANY_PAGES -> new ManyPages(stack);
      case GRAPH -> new PageGraph(stack, false);
      case NAIVE_GRAPH -> new PageGraph(stack, true);
      case CHANGE_FEW -> new RenamePages(stack, database, 10_000, 1_000);
      case CHANGE_ALL -> new RenamePages(stack, database, 1_000, 1);
      case SEARCH -> new SearchPages(stack);
      case RENDER -> stack instanceof Rendering renders ? new RenderSearch(renders, true) : null;
      case RENDER_UNKNOWN ->
        stack instanceof Rendering renders ? new RenderSearch(renders, false) : null;
      case STREAM -> new StreamComments(stack);
    };
  }

  /** As it is called on the command line and in the table. */
  public String label() {
    return label;
  }

  public String description() {
    return description;
  }

  public static Workload labelled(String label) {
    return Arrays.stream(values())
        .filter(workload -> workload.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no workload \"" + label
            + "\"; there are " + Arrays.stream(values()).map(Workload::label).toList()));
  }

  public static List<Workload> all() {
    return List.of(values());
  }
}

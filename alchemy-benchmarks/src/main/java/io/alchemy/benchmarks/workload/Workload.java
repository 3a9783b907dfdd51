package io.alchemy.benchmarks.workload;

import io.alchemy.benchmarks.database.Database;
import io.alchemy.benchmarks.stack.Remembering;
import io.alchemy.benchmarks.stack.Rendering;
import io.alchemy.benchmarks.stack.Stack;
import io.alchemy.benchmarks.workload.QueriesWhileLoaded.Work;
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
  STREAM("W8", "200,000 rows streamed"),
  QUERY_SAME("W10", "100 small queries, 10,000 of the same table loaded"),
  QUERY_OTHER("W10o", "100 small queries, 10,000 of another table loaded"),
  QUERY_EMPTY("W10e", "the same 100 small queries, nothing loaded"),
  FLUSH_CLEAN("W10f", "a flush of 10,000 loaded, nothing changed"),
  JOIN("W11", "1,002 rows of three joined tables"),
  NESTED("W12", "50 pages with 10 comments each, by one statement"),
  INSERT_FEW("W13", "insert 100 pages, keys from the database");

  private static final int HELD = 10_000;

  private final String label;
  private final String description;

  Workload(String label, String description) {
    this.label = label;
    this.description = description;
  }

  /** The work for one stack; null where the stack has no way to do it. */
  public @Nullable Operation of(Stack stack, Database database) {
    return switch (this) {
      case INSERT -> new InsertPages(stack, database, 1_000);
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
      case QUERY_SAME -> whileLoaded(stack, HELD, Work.QUERY_SAME_TABLE);
      case QUERY_OTHER -> whileLoaded(stack, HELD, Work.QUERY_OTHER_TABLE);
      case QUERY_EMPTY -> whileLoaded(stack, 0, Work.QUERY_OTHER_TABLE);
      case FLUSH_CLEAN -> whileLoaded(stack, HELD, Work.FLUSH);
      case JOIN -> new TaggedPages(stack);
      case NESTED -> new CommentedPages(stack);
      case INSERT_FEW -> new InsertPages(stack, database, 100);
    };
  }

  private static @Nullable Operation whileLoaded(Stack stack, int loaded, Work work) {
    return stack instanceof Remembering remembering
        ? new QueriesWhileLoaded(remembering, loaded, work)
        : null;
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

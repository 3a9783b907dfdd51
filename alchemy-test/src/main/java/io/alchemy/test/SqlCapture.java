package io.alchemy.test;

import io.alchemy.engine.Engine;
import io.alchemy.engine.ExecutionListener;
import io.alchemy.engine.StatementEvent;
import io.alchemy.engine.TransactionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Records the statements that an engine sends, so that a test can say which they must be:
 *
 * <pre>{@code
 * try (SqlCapture sql = SqlCapture.on(engine)) {
 *   session.query(Page.class).all();
 *   sql.assertStatements("SELECT … FROM page");
 * }
 * }</pre>
 *
 * <p>A batch counts once; transactions and savepoints do not count, see {@link #transactions()}. Statements that fail are recorded too.
 */
public final class SqlCapture implements AutoCloseable {
  private final Engine engine;
  private final @Nullable Thread thread;
  private final List<CapturedStatement> statements = new CopyOnWriteArrayList<>();
  private final List<String> transactions = new CopyOnWriteArrayList<>();
  private final Recorder recorder = new Recorder();

  private SqlCapture(Engine engine, @Nullable Thread thread) {
    this.engine = engine;
    this.thread = thread;
    engine.addListener(recorder);
  }

  /** Records from now on what the calling thread sends. */
  public static SqlCapture on(Engine engine) {
    return new SqlCapture(engine, Thread.currentThread());
  }

  /** Records from now on what any thread sends. */
  public static SqlCapture onAllThreads(Engine engine) {
    return new SqlCapture(engine, null);
  }

  private final class Recorder implements ExecutionListener {
    private boolean isOurs() {
      return thread == null || thread == Thread.currentThread();
    }

    @Override
    public void afterExecute(StatementEvent event) {
      if (isOurs()) {
        statements.add(CapturedStatement.of(event));
      }
    }

    @Override
    public void executeFailed(StatementEvent event) {
      afterExecute(event);
    }

    @Override
    public void transaction(TransactionEvent event) {
      if (isOurs()) {
        String name = event.savepoint() == null ? "" : " " + event.savepoint();
        transactions.add(event.kind() + name);
      }
    }
  }

  /** The statements so far, in the order in which they were sent. */
  public List<CapturedStatement> statements() {
    return List.copyOf(statements);
  }

  /** The texts of the statements so far. */
  public List<String> sql() {
    return statements.stream().map(CapturedStatement::sql).toList();
  }

  /** How many statements were sent; a batch counts once. */
  public int count() {
    return statements.size();
  }

  /** {@code BEGIN}, {@code COMMIT}, {@code ROLLBACK}, {@code SAVEPOINT name} and so on, as they happened. */
  public List<String> transactions() {
    return List.copyOf(transactions);
  }

  /** Forgets what was recorded. */
  public void clear() {
    statements.clear();
    transactions.clear();
  }

  /** Records no more. What was recorded stays. */
  @Override
  public void close() {
    engine.removeListener(recorder);
  }

  /** Fails unless exactly {@code expected} statements were sent since the last assertion or {@link #clear()}; the failure lists them. */
  public void assertCount(int expected) {
    if (count() != expected) {
      throw new AssertionError("expected "
          + statementCount(expected)
          + ", but there "
          + (count() == 1 ? "was " : "were ")
          + count()
          + ":"
          + listed());
    }
    clear();
  }

  /** Fails unless at most {@code most} statements were sent. */
  public void assertCountAtMost(int most) {
    if (count() > most) {
      throw new AssertionError("expected at most " + statementCount(most) + ", but there were "
          + count() + ":" + listed());
    }
    clear();
  }

  private static String statementCount(int count) {
    return count == 1 ? "1 statement" : count + " statements";
  }

  /** Fails if any statement was sent. */
  public void assertNone() {
    assertCount(0);
  }

  /**
   * Fails unless exactly these statements were sent, in this order, since the last assertion or {@link #clear()}; the failure shows both
   * side by side.
   *
   * @param expected the texts; {@code …} stands for anything, white space counts as one blank
   */
  public void assertStatements(String... expected) {
    List<String> lines = new ArrayList<>();
    boolean differs = false;
    for (int i = 0; i < Math.max(expected.length, statements.size()); i++) {
      String wanted = i < expected.length ? expected[i] : null;
      CapturedStatement sent = i < statements.size() ? statements.get(i) : null;
      if (wanted != null && sent != null && StatementPattern.matches(wanted, sent.sql())) {
        lines.add("    " + (i + 1) + ". " + sent);
      } else {
        differs = true;
        if (wanted != null) {
          lines.add("  - " + (i + 1) + ". " + wanted);
        }
        if (sent != null) {
          lines.add("  + " + (i + 1) + ". " + sent);
        }
      }
    }
    if (differs) {
      throw new AssertionError("the statements are not those expected (- expected, + sent):\n"
          + String.join("\n", lines));
    }
    clear();
  }

  private String listed() {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < statements.size(); i++) {
      list.append("\n  ").append(i + 1).append(". ").append(statements.get(i));
    }
    return list.toString();
  }

  @Override
  public String toString() {
    return "SqlCapture:" + listed();
  }
}

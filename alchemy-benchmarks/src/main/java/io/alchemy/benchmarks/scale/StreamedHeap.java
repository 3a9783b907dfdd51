package io.alchemy.benchmarks.scale;

import io.alchemy.benchmarks.database.Database;
import io.alchemy.benchmarks.measure.Answer;
import io.alchemy.benchmarks.measure.Questions;
import io.alchemy.benchmarks.stack.Stack;
import io.alchemy.benchmarks.stack.StackKind;
import io.alchemy.benchmarks.wiki.Seed;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The program that streams comments: once undisturbed, and then while the heap is collected and looked at again and again. */
public final class StreamedHeap {
  /** How often each seeded comment is there. */
  static final int COPIES = 5;

  /** How many comments there are. */
  static final int ROWS = COPIES * Seed.PAGES * Seed.COMMENTS_OF_A_PAGE;

  /** How often the heap is looked at, at least: a short stream is repeated until it was. */
  private static final int LOOKS = 25;

  private static final long PAUSE_NANOS = 20_000_000;

  private final Stack stack;
  private volatile boolean streaming;
  private final AtomicInteger looks = new AtomicInteger();
  private volatile long most;

  private StreamedHeap(Stack stack) {
    this.stack = stack;
  }

  /**
   * Answers nanoseconds and the most bytes that were live, for each number of rows that it is asked about.
   *
   * @param arguments the stack's label and the database's URL
   */
  public static void main(String[] arguments) throws Exception {
    Questions questions = new Questions();
    Database database = Database.at(arguments[1]);
    multiply(database);
    StreamedHeap program = new StreamedHeap(StackKind.labelled(arguments[0]).open(database));
    questions.answer(question -> program.measure(Integer.parseInt(question)));
    System.exit(0); // a stack may have threads of its own
  }

  /** Makes copies of the comments until there are {@link #ROWS}. */
  private static void multiply(Database database) {
    String columns = "pageid, content, name, email, created";
    StringBuilder copies = new StringBuilder("SELECT 1 AS copy");
    for (int copy = 2; copy < COPIES; copy++) {
      copies.append(" UNION ALL SELECT ").append(copy);
    }
    database.maintain("INSERT INTO comment (" + columns + ") SELECT " + columns
        + " FROM comment CROSS JOIN (" + copies + ") copies");
  }

  private Answer measure(int rows) throws Exception {
    stream(rows);
    long start = System.nanoTime();
    stream(rows);
    long nanos = System.nanoTime() - start;
    look(rows);
    return Answer.of(nanos, most);
  }

  private void stream(int rows) throws Exception {
    int after = ROWS - rows;
    long expected = ((long) ROWS * (ROWS + 1) - (long) after * (after + 1)) / 2;
    if (stack.stream(after) != expected) {
      throw new IllegalStateException("these are not the last " + rows + " comments");
    }
  }

  private void look(int rows) throws Exception {
    looks.set(0);
    most = 0;
    streaming = true;
    Thread looking = new Thread(this::lookOn);
    looking.start();
    while (looks.get() < LOOKS) {
      stream(rows);
    }
    streaming = false;
    looking.join();
  }

  private void lookOn() {
    while (streaming) {
      most = Math.max(most, LiveHeap.bytes());
      looks.incrementAndGet();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}

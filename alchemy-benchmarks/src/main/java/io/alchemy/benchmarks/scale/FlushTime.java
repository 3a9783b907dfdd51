package io.alchemy.benchmarks.scale;

import io.alchemy.benchmarks.database.Database;
import io.alchemy.benchmarks.database.H2Memory;
import io.alchemy.benchmarks.measure.Answer;
import io.alchemy.benchmarks.measure.Questions;
import io.alchemy.benchmarks.stack.Holding;
import io.alchemy.benchmarks.stack.Holding.ChangingSession;
import io.alchemy.benchmarks.stack.StackKind;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The program that changes the first ten of the pages that a session holds, and flushes, again and again. */
public final class FlushTime {
  /** How many pages are changed before each flush. */
  static final int CHANGED = 10;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Holding stack;
  private int turn;

  private FlushTime(Holding stack) {
    this.stack = stack;
  }

  /**
   * Answers the nanoseconds of a flush, on the wall and of the processor; is asked for a number of pages to hold, and of milliseconds to go on.
   *
   * @param arguments the stack's label and the database's URL
   */
  public static void main(String[] arguments) throws Exception {
    Questions questions = new Questions();
    Database database = Database.at(arguments[1]);
    H2Memory.seedIfNew(database);
    FlushTime program = new FlushTime((Holding) StackKind.labelled(arguments[0]).open(database));
    questions.answer(question -> {
      String[] words = question.split(" ", -1);
      return program.time(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
    });
    System.exit(0); // a stack may have threads of its own
  }

  private Answer time(int held, int millis) throws Exception {
    try (ChangingSession session = stack.load(1, held)) {
      long until = System.nanoTime() + millis * NANOS_PER_MILLI;
      long spent = 0;
      long processor = 0;
      int done = 0;
      do {
        session.renameFirst(CHANGED, "Page " + turn++);
        long start = System.nanoTime();
        long processorStart = THREADS.getCurrentThreadCpuTime();
        session.flush();
        processor += THREADS.getCurrentThreadCpuTime() - processorStart;
        spent += System.nanoTime() - start;
        done++;
      } while (System.nanoTime() < until);
      return Answer.of((double) spent / done, (double) processor / done);
    }
  }
}

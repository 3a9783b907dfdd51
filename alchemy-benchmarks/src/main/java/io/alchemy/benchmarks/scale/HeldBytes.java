package io.alchemy.benchmarks.scale;

import io.alchemy.benchmarks.database.Database;
import io.alchemy.benchmarks.database.H2Memory;
import io.alchemy.benchmarks.measure.Answer;
import io.alchemy.benchmarks.measure.Median;
import io.alchemy.benchmarks.measure.Questions;
import io.alchemy.benchmarks.stack.Holding;
import io.alchemy.benchmarks.stack.StackKind;
import io.alchemy.benchmarks.wiki.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The program that loads objects, holds them, and sees how much fuller the heap is. */
public final class HeldBytes {
  /** What is loaded. */
  enum What {
    /** Its own columns, and a reference to its page that is not loaded. */
    COMMENT(100_000),
    /** Its own columns, and two collections that are not loaded. */
    PAGE(Seed.PAGES);

    private final int count;

    What(int count) {
      this.count = count;
    }

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    private AutoCloseable load(Holding stack, int last) throws Exception {
      return this == COMMENT ? stack.loadComments(1, last) : stack.load(1, last);
    }
  }

  /** The first loads classes and fills caches. */
  private static final int ROUNDS = 5;

  private HeldBytes() {}

  /**
   * Answers the bytes of each {@link What} that it is asked about.
   *
   * @param arguments the stack's label and the database's URL
   */
  public static void main(String[] arguments) throws Exception {
    Questions questions = new Questions();
    Database database = Database.at(arguments[1]);
    H2Memory.seedIfNew(database);
    Holding stack = (Holding) StackKind.labelled(arguments[0]).open(database);
    questions.answer(question -> Answer.of(bytesOf(What.valueOf(question), stack)));
    System.exit(0); // a stack may have threads of its own
  }

  /** The median: what another round left behind may be in a heap for a while. */
  private static double bytesOf(What what, Holding stack) throws Exception {
    List<Double> rounds = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      rounds.add((double) growth(what, stack) / what.count);
    }
    return Median.of(rounds);
  }

  private static long growth(What what, Holding stack) throws Exception {
    long before = used();
    AutoCloseable held = what.load(stack, what.count);
    long after = used();
    held.close();
    return after - before;
  }

  /** More than once: what is reachable from what is to be finalized goes later. */
  private static long used() {
    LiveHeap.bytes();
    return LiveHeap.bytes();
  }
}

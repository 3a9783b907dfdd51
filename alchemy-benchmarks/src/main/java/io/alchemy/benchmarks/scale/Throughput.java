package io.alchemy.benchmarks.scale;

import com.sun.management.OperatingSystemMXBean;
import io.alchemy.benchmarks.database.Database;
import io.alchemy.benchmarks.database.H2Memory;
import io.alchemy.benchmarks.measure.Answer;
import io.alchemy.benchmarks.measure.Questions;
import io.alchemy.benchmarks.scale.Reads.Reader;
import io.alchemy.benchmarks.stack.StackKind;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;

/** The program that reads with many threads at once. */
public final class Throughput {
  /** More than a machine of two processors needs, and fewer than the most threads. */
  private static final int CONNECTIONS = 8;

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Reader reader;

  private Throughput(Reader reader) {
    this.reader = reader;
  }

  /**
   * Answers nanoseconds by number of reads, on the wall and of all processors; is asked what to read, for a number of threads, whether they are virtual, and
   * milliseconds to go on.
   *
   * @param arguments the stack's label and the database's URL
   */
  public static void main(String[] arguments) throws Exception {
    Questions questions = new Questions();
    Database database = Database.at(arguments[1]).withPoolsOf(CONNECTIONS);
    H2Memory.seedIfNew(database);
    Throughput program = new Throughput(Reader.of(StackKind.labelled(arguments[0]), database));
    questions.answer(question -> {
      String[] words = question.split(" ", -1);
      return program.time(
          Reads.valueOf(words[0]),
          Integer.parseInt(words[1]),
          Boolean.parseBoolean(words[2]),
          Integer.parseInt(words[3]));
    });
    System.exit(0); // pools have threads of their own
  }

  private Answer time(Reads what, int threads, boolean virtual, int millis) throws Exception {
    ThreadFactory factory = virtual ? VirtualThreads.factory() : Executors.defaultThreadFactory();
    CountDownLatch start = new CountDownLatch(1);
    List<FutureTask<Integer>> running = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      int first = thread * 1_009;
      FutureTask<Integer> task = new FutureTask<>(() -> {
        start.await();
        return read(what, first, millis);
      });
      running.add(task);
      factory.newThread(task).start();
    }
    long processor = SYSTEM.getProcessCpuTime();
    long began = System.nanoTime();
    start.countDown();
    long reads = 0;
    for (FutureTask<Integer> each : running) {
      reads += each.get();
    }
    return Answer.of(
        (double) (System.nanoTime() - began) / reads,
        (double) (SYSTEM.getProcessCpuTime() - processor) / reads);
  }

  /** How often it was read; once at least. */
  private int read(Reads what, int first, int millis) throws Exception {
    long until = System.nanoTime() + millis * NANOS_PER_MILLI;
    int done = 0;
    do {
      if (!what.read(reader, first + done)) {
        throw new IllegalStateException("pages are missing");
      }
      done++;
    } while (System.nanoTime() < until);
    return done;
  }
}

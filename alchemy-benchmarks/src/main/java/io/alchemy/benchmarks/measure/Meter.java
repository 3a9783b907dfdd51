package io.alchemy.benchmarks.measure;

import com.sun.management.ThreadMXBean;
import io.alchemy.benchmarks.workload.Operation;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/** Measures one operation again and again. Turns are counted on, so parameters go on changing where they stopped. */
final class Meter {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final int PATIENCE = 4;

  /** The time on the wall. */
  static final LongSupplier WALL = System::nanoTime;

  /** The time that this thread had a processor: on a busy machine, where waiting for one drowns all else. */
  static final LongSupplier PROCESSOR = THREADS::getCurrentThreadCpuTime;

  private final Operation operation;
  private final LongSupplier clock;
  private int turn;

  /**
   * A meter that has measured nothing yet.
   *
   * @param clock gives nanoseconds
   */
  Meter(Operation operation, LongSupplier clock) {
    this.operation = operation;
    this.clock = clock;
  }

  Operation operation() {
    return operation;
  }

  /** Nanoseconds an operation takes, over {@code millis} of work, and over one operation at least. */
  double time(int millis) throws Exception {
    long enough = millis * NANOS_PER_MILLI;
    return operation.isSurrounded() ? timeEach(enough) : timeAll(enough);
  }

  private double timeAll(long enough) throws Exception {
    int done = 0;
    long began = System.nanoTime();
    long start = clock.getAsLong();
    do {
      run();
      done++;
    } while (System.nanoTime() - began < enough);
    return (double) (clock.getAsLong() - start) / done;
  }

  /** What surrounds an operation can take much longer than itself: of that, some is put up with to have measured enough. */
  private double timeEach(long enough) throws Exception {
    int done = 0;
    long spent = 0;
    long began = System.nanoTime();
    do {
      operation.prepare(turn);
      long start = clock.getAsLong();
      run();
      spent += clock.getAsLong() - start;
      done++;
      operation.undo();
    } while (spent < enough && System.nanoTime() - began < PATIENCE * enough);
    return (double) spent / done;
  }

  /** Bytes that an operation allocates in this thread, over {@code times} of them. */
  double allocate(int times) throws Exception {
    long allocated = 0;
    for (int i = 0; i < times; i++) {
      operation.prepare(turn);
      long before = THREADS.getCurrentThreadAllocatedBytes();
      run();
      allocated += THREADS.getCurrentThreadAllocatedBytes() - before;
      operation.undo();
    }
    return (double) allocated / times;
  }

  private void run() throws Exception {
    int rows = operation.run(turn++);
    if (rows != operation.rows()) {
      throw new IllegalStateException(
          "turn " + turn + " was about " + rows + " rows, not " + operation.rows());
    }
  }
}

package io.alchemy.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.sun.management.ThreadMXBean;
import io.alchemy.benchmarks.database.Database;
import io.alchemy.benchmarks.database.DatabaseKind;
import io.alchemy.benchmarks.database.Databases;
import io.alchemy.benchmarks.stack.Holding;
import io.alchemy.benchmarks.stack.Holding.ChangingSession;
import io.alchemy.benchmarks.stack.Stack;
import io.alchemy.benchmarks.stack.StackKind;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a flush allocates, which is the same on any machine. */
class FlushTests {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int FLUSHES = 200;

  private static Databases databases;
  private static Stack stack;

  @BeforeAll
  static void open() throws Exception {
    databases = Databases.of(DatabaseKind.SQLITE);
    stack = StackKind.ALCHEMY_ORM.open(Database.at(databases.fresh("flush")));
  }

  @AfterAll
  static void close() throws Exception {
    stack.close();
    databases.close();
  }

  /** Of one flush of ten changed pages. */
  private static double allocated(int held) throws Exception {
    long allocated = 0;
    try (ChangingSession session = ((Holding) stack).load(1, held)) {
      for (int turn = 0; turn < FLUSHES; turn++) {
        session.renameFirst(FlushTime.CHANGED, held + " " + turn);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        session.flush();
        allocated += THREADS.getCurrentThreadAllocatedBytes() - before;
      }
    }
    return (double) allocated / FLUSHES;
  }

  @Test
  void tenChangedOfTenThousandAreWrittenAsTenOfTen() throws Exception {
    allocated(10);
    assertThat(allocated(10_000)).isCloseTo(allocated(10), withinPercentage(5));
  }
}

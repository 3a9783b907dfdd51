package io.alchemy.benchmarks.scale;

import io.alchemy.benchmarks.database.DatabaseKind;
import io.alchemy.benchmarks.database.Databases;
import io.alchemy.benchmarks.measure.ChildProcess;
import io.alchemy.benchmarks.measure.Effort;
import io.alchemy.benchmarks.measure.JavaCommand;
import io.alchemy.benchmarks.measure.Purpose;
import io.alchemy.benchmarks.stack.StackKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a part is measured with.
 *
 * @param timing one of the two purposes that time
 * @param module the folder of this module
 * @param log where processes write what they complain of
 */
record Setting(
    DatabaseKind kind, Databases databases, Effort effort, Purpose timing, Path module, Path log) {
  /** Who is measured: raw JDBC first. */
  static final List<StackKind> STACKS =
      List.of(StackKind.JDBC, StackKind.ALCHEMY_ORM, StackKind.HIBERNATE);

  /** Of the two times that a program answers, that on the wall and that of the processor, the one that is asked for. */
  double time(List<Double> answer) {
    return answer.get(timing == Purpose.TIME_PROCESSOR ? 1 : 0);
  }

  /**
   * Starts a program of one stack.
   *
   * @param flags of its JVM, beside those that only silence it
   * @param url of its database
   */
  ChildProcess start(List<String> flags, Class<?> program, StackKind stack, String url)
      throws IOException {
    List<String> all = new ArrayList<>(ChildProcess.QUIET);
    all.addAll(flags);
    return ChildProcess.start(JavaCommand.of(all, program, stack.label(), url), log);
  }

  /** The URL of a database for a stack alone. */
  String database(StackKind stack, String purpose) throws Exception {
    return databases.fresh(stack.label().replace('-', '_') + "_" + purpose);
  }
}

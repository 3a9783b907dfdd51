package io.alchemy.benchmarks.scale;

import io.alchemy.benchmarks.measure.Answer;
import io.alchemy.benchmarks.measure.ChildProcess;
import io.alchemy.benchmarks.stack.StackKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The stacks that are measured, each with a process and a database of its own. Raw JDBC is the first. */
final class Contenders implements Iterable<Contenders.Contender>, AutoCloseable {
  /** One of them. */
  record Contender(StackKind stack, ChildProcess process) {
    /**
     * The numbers that it answers.
     *
     * @throws IOException if it fails, or its process ends
     */
    List<Double> ask(String question) throws IOException {
      try {
        Answer answer = process.ask(question);
        if (answer.kind() != Answer.Kind.DONE) {
          throw new IOException(answer.text());
        }
        return answer.words().stream().map(Double::valueOf).toList();
      } catch (IOException error) {
        throw new IOException(stack.label() + ": " + error.getMessage(), error);
      }
    }

    boolean isBase() {
      return stack == StackKind.JDBC;
    }
  }

  private final List<Contender> all = new ArrayList<>();

  /**
   * Starts a program for each stack.
   *
   * @param purpose part of their databases' names
   * @param flags of their JVMs
   */
  Contenders(Setting setting, String purpose, List<String> flags, Class<?> program)
      throws Exception {
    try {
      for (StackKind stack : Setting.STACKS) {
        String url = setting.database(stack, purpose);
        all.add(new Contender(stack, setting.start(flags, program, stack, url)));
      }
    } catch (IOException error) {
      close();
      throw error;
    }
  }

  @Override
  public Iterator<Contender> iterator() {
    return all.iterator();
  }

  @Override
  public void close() {
    all.forEach(each -> each.process().close());
  }
}

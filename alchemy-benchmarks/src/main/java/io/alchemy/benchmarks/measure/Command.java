package io.alchemy.benchmarks.measure;

import io.alchemy.benchmarks.workload.Workload;

/**
 * What the coordinator asks of a worker: a line of text.
 *
 * @param amount how many milliseconds to work for, or how many operations to do
 */
record Command(Kind kind, Workload workload, int amount) {
  enum Kind {
    VERIFY,
    TIME,
    ALLOCATE
  }

  static Command parse(String line) {
    String[] words = line.split(" ", -1);
    return new Command(
        Kind.valueOf(words[0]), Workload.valueOf(words[1]), Integer.parseInt(words[2]));
  }

  @Override
  public String toString() {
    return kind + " " + workload.name() + " " + amount;
  }
}

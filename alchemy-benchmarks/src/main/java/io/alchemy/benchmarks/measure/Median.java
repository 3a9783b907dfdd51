package io.alchemy.benchmarks.measure;

import java.util.List;
import java.util.stream.IntStream;

/** The value in the middle. */
public final class Median {
  private Median() {}

  public static double of(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** The median of what each value is to its base's of the same round. */
  public static double ofRatios(List<Double> values, List<Double> bases) {
    int rounds = Math.min(values.size(), bases.size());
    return of(IntStream.range(0, rounds)
        .mapToObj(round -> values.get(round) / bases.get(round))
        .toList());
  }
}

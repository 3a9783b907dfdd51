package io.alchemy.benchmarks.measure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What a worker answers: a line of text. */
public record Answer(Kind kind, List<String> words) {
  public enum Kind {
    /** The stack is open. */
    READY,
    /** The work was done; the words say what came of it. */
    DONE,
    /** The stack has no way to do the work. */
    ABSENT,
    /** The work failed; the words say how. */
    FAILED
  }

  static Answer ready() {
    return new Answer(Kind.READY, List.of());
  }

  /** What was done came to these. */
  public static Answer of(Object... words) {
    return new Answer(Kind.DONE, Arrays.stream(words).map(String::valueOf).toList());
  }

  static Answer absent() {
    return new Answer(Kind.ABSENT, List.of());
  }

  static Answer failed(Throwable error) {
    return new Answer(Kind.FAILED, List.of(String.valueOf(error).split("\\s+")));
  }

  static Answer parse(String line) {
    List<String> words = List.of(line.split(" ", -1));
    return new Answer(Kind.valueOf(words.get(0)), words.subList(1, words.size()));
  }

  /** The first word, if it is a number. */
  public double number() {
    return Double.parseDouble(words.get(0));
  }

  /** The words as they were said. */
  public String text() {
    return String.join(" ", words);
  }

  @Override
  public String toString() {
    return kind + words.stream().map(word -> " " + word).collect(Collectors.joining());
  }
}

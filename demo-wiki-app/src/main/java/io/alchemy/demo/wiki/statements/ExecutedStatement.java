package io.alchemy.demo.wiki.statements;

import java.io.Serializable;
import java.util.Locale;

/** A statement that was sent. Without its parameters: the footer is for everybody, the data may not be. */
public record ExecutedStatement(String sql, int batchSize, long nanos) implements Serializable {
  /** How long the database took, and for how many rows of values if it was a batch. */
  public String time() {
    String time = String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    return batchSize == 1 ? time : time + ", " + batchSize + " times";
  }
}

package io.alchemy.orm.unitofwork;

import java.util.List;
import java.util.stream.Collectors;

/** A flush before it happens: batches of rows, in the order in which they are written. */
public final class Plan {
  private final FlushScope scope;
  private final List<Batch> batches;

  Plan(FlushScope scope, List<Batch> batches) {
    this.scope = scope;
    this.batches = List.copyOf(batches);
  }

  FlushScope scope() {
    return scope;
  }

  public List<Batch> batches() {
    return batches;
  }

  @Override
  public String toString() {
    return batches.stream().map(Batch::toString).collect(Collectors.joining("\n"));
  }
}

package io.alchemy.test.loading;

import io.alchemy.engine.ExecutionListener;
import io.alchemy.engine.StatementEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The statements that an engine sent, in order. */
final class Statements implements ExecutionListener {
  private final List<String> sent = new ArrayList<>();
  private List<String> parameters = List.of();

  @Override
  public void beforeExecute(StatementEvent event) {
    sent.add(event.sql());
    parameters = event.parameters();
  }

  /** Those since the last call. */
  List<String> take() {
    List<String> taken = List.copyOf(sent);
    sent.clear();
    return taken;
  }

  /** The values of the last one; where a list travels as an array, its elements. */
  List<String> parameters() {
    return parameters.stream().flatMap(each -> Stream.of(each.split("[^\\w]+"))).toList();
  }
}

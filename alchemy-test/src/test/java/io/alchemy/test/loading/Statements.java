package io.alchemy.test.loading;

import io.alchemy.engine.ExecutionListener;
import io.alchemy.engine.StatementEvent;
import java.util.ArrayList;
import java.util.List;

/** The statements that an engine sent, in order. */
final class Statements implements ExecutionListener {
  private final List<String> sent = new ArrayList<>();

  @Override
  public void beforeExecute(StatementEvent event) {
    sent.add(event.sql());
  }

  /** Those since the last call. */
  List<String> take() {
    List<String> taken = List.copyOf(sent);
    sent.clear();
    return taken;
  }
}

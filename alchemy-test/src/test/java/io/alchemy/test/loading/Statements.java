package io.alchemy.test.loading;

import io.alchemy.engine.Engine;
import io.alchemy.test.CapturedStatement;
import io.alchemy.test.SqlCapture;
import java.util.List;
import java.util.stream.Stream;

/** The statements that an engine sent, taken bit by bit. */
final class Statements implements AutoCloseable {
  private final SqlCapture capture;

  Statements(Engine engine) {
    capture = SqlCapture.onAllThreads(engine);
  }

  /** Those since the last call. */
  List<String> take() {
    List<String> taken = capture.sql();
    capture.clear();
    return taken;
  }

  /** The values of the last one that was not taken; where a list travels as an array, its elements. */
  List<String> parameters() {
    List<CapturedStatement> sent = capture.statements();
    return sent.get(sent.size() - 1).parameters().stream()
        .flatMap(each -> Stream.of(each.split("[^\\w]+")))
        .toList();
  }

  @Override
  public void close() {
    capture.close();
  }
}

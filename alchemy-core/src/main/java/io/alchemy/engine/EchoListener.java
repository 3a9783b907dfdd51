package io.alchemy.engine;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what is sent to the database, on the logger {@code alchemy.sql}. */
final class EchoListener implements ExecutionListener {
  private static final Logger LOG = LoggerFactory.getLogger("alchemy.sql");

  @Override
  public void afterExecute(StatementEvent event) {
    if (LOG.isInfoEnabled()) {
      LOG.info(
          "[{}] {}{} ({}{})",
          event.connectionId(),
          event.sql(),
          values(event),
          time(event.nanos()),
          rows(event));
    }
  }

  @Override
  public void executeFailed(StatementEvent event) {
    LOG.info(
        "[{}] {}{} (failed after {}: {})",
        event.connectionId(),
        event.sql(),
        values(event),
        time(event.nanos()),
        String.valueOf(event.error()).lines().findFirst().orElse(""));
  }

  @Override
  public void rowsRead(StatementEvent event) {
    LOG.debug("[{}] {} rows in {}", event.connectionId(), event.rows(), time(event.nanos()));
  }

  @Override
  public void transaction(TransactionEvent event) {
    if (LOG.isInfoEnabled()) {
      String name = event.savepoint() == null ? "" : " " + event.savepoint();
      LOG.info("[{}] {}{} ({})", event.connectionId(), event.kind(), name, time(event.nanos()));
    }
  }

  private static String values(StatementEvent event) {
    List<String> parameters = event.parameters();
    return parameters.isEmpty() ? "" : " [" + String.join(", ", parameters) + "]";
  }

  private static String rows(StatementEvent event) {
    String batch = event.batchSize() > 1 ? ", batch of " + event.batchSize() : "";
    return batch
        + (event.rows() < 0 ? "" : ", " + event.rows() + (event.rows() == 1 ? " row" : " rows"));
  }

  private static String time(long nanos) {
    return String.format(java.util.Locale.ROOT, "%.2f ms", nanos / 1e6);
  }
}

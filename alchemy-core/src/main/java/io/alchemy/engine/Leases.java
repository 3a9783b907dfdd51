package io.alchemy.engine;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Who holds the connections that are checked out, so that whoever waits in vain is told. */
final class Leases {
  private static final Set<String> OURS = Set.of(
      Leases.class.getName(),
      JdbcLink.class.getName(),
      ConnectionTransaction.class.getName(),
      EngineConnection.class.getName(),
      Engine.class.getName(),
      Works.class.getName());

  private final boolean recordStacks;
  private final Map<Long, Lease> held = new ConcurrentHashMap<>();

  private record Lease(Thread thread, long since, @Nullable Throwable stack) {}

  Leases(boolean recordStacks) {
    this.recordStacks = recordStacks;
  }

  void taken(long connectionId) {
    held.put(
        connectionId,
        new Lease(
            Thread.currentThread(),
            System.nanoTime(),
            recordStacks ? new Throwable("connection taken here") : null));
  }

  void returned(long connectionId) {
    held.remove(connectionId);
  }

  int count() {
    return held.size();
  }

  /** How many connections the calling thread holds. */
  int heldByThisThread() {
    Thread self = Thread.currentThread();
    return (int) held.values().stream().filter(lease -> lease.thread == self).count();
  }

  /** Who holds what since when, a line each. */
  String describe() {
    StringBuilder text = new StringBuilder();
    held.forEach((connection, lease) -> {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - lease.since);
      text.append("\n  connection ").append(connection);
      text.append(": thread '").append(lease.thread.getName()).append("', for ");
      text.append(seconds).append(" s");
      if (lease.stack != null) {
        Arrays.stream(lease.stack.getStackTrace())
            .dropWhile(frame -> OURS.contains(frame.getClassName()))
            .forEach(frame -> text.append("\n      at ").append(frame));
      }
    });
    if (!recordStacks && !held.isEmpty()) {
      text.append("\n  (Engine.builder(…).leakDetection(true) says where they were taken)");
    }
    return text.toString();
  }
}

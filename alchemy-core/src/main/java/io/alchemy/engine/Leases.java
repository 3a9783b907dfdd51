package io.alchemy.engine;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

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

  /** The links themselves, which also remember who took them when: an entry for each check-out is all that is made. */
  private final Set<JdbcLink> held = ConcurrentHashMap.newKeySet();

  Leases(boolean recordStacks) {
    this.recordStacks = recordStacks;
  }

  void taken(JdbcLink link) {
    link.leased(recordStacks ? new Throwable("connection taken here") : null);
    held.add(link);
  }

  void returned(JdbcLink link) {
    held.remove(link);
  }

  int count() {
    return held.size();
  }

  /** How many connections the calling thread holds. */
  int heldByThisThread() {
    Thread self = Thread.currentThread();
    return (int) held.stream().filter(link -> link.holder() == self).count();
  }

  /** Who holds what since when, a line each. */
  String describe() {
    StringBuilder text = new StringBuilder();
    held.forEach(link -> {
      Thread holder = link.holder();
      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - link.heldSince());
      text.append("\n  connection ").append(link.connectionId());
      text.append(": thread '").append(holder == null ? "?" : holder.getName()).append("', for ");
      text.append(seconds).append(" s");
      Throwable stack = link.takenAt();
      if (stack != null) {
        Arrays.stream(stack.getStackTrace())
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

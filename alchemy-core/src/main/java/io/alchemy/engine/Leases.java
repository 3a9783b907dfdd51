package io.alchemy.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Who holds the connections that are checked out, so that whoever waits in vain is told.
 *
 * <p>Every check-out comes here, so nothing is locked and nothing made: links are put into an array, each begins to look for a place
 * somewhere else. As a concurrent set this was 9 % of what 8 threads took to read rows by their keys, and the only lock that they met at.
 */
final class Leases {
  private static final Set<String> OURS = Set.of(
      Leases.class.getName(),
      JdbcLink.class.getName(),
      ConnectionTransaction.class.getName(),
      EngineConnection.class.getName(),
      Engine.class.getName(),
      Works.class.getName());

  /** The place of a link that is not held. */
  static final int NOWHERE = -1;

  /** The place of a link that is held by {@link #others}. */
  private static final int AMONG_OTHERS = -2;

  private static final int PLACES_BITS = 8;
  private static final int ATTEMPTS = 8;

  private final boolean recordStacks;

  /** The links themselves, which also remember who took them when. */
  private final AtomicReferenceArray<@Nullable JdbcLink> places =
      new AtomicReferenceArray<>(1 << PLACES_BITS);

  /** Those that found no place. */
  private final Set<JdbcLink> others = ConcurrentHashMap.newKeySet();

  private final AtomicInteger count = new AtomicInteger();

  Leases(boolean recordStacks) {
    this.recordStacks = recordStacks;
  }

  void taken(JdbcLink link) {
    link.leased(recordStacks ? new Throwable("connection taken here") : null);
    count.incrementAndGet();
    int first = ((int) link.connectionId() * 0x9E3779B9) >>> (Integer.SIZE - PLACES_BITS);
    for (int i = 0; i < ATTEMPTS; i++) {
      int place = (first + i) & (places.length() - 1);
      if (places.get(place) == null && places.compareAndSet(place, null, link)) {
        link.place(place);
        return;
      }
    }
    others.add(link);
    link.place(AMONG_OTHERS);
  }

  void returned(JdbcLink link) {
    int place = link.place();
    if (place == NOWHERE) {
      return;
    }
    link.place(NOWHERE);
    if (place == AMONG_OTHERS) {
      others.remove(link);
    } else {
      places.set(place, null);
    }
    count.decrementAndGet();
  }

  int count() {
    return count.get();
  }

  private List<JdbcLink> held() {
    List<JdbcLink> held = new ArrayList<>(others);
    for (int i = 0; i < places.length(); i++) {
      JdbcLink link = places.get(i);
      if (link != null) {
        held.add(link);
      }
    }
    return held;
  }

  /** How many connections the calling thread holds. */
  int heldByThisThread() {
    Thread self = Thread.currentThread();
    return (int) held().stream().filter(link -> link.holder() == self).count();
  }

  /** Who holds what since when, a line each. */
  String describe() {
    StringBuilder text = new StringBuilder();
    List<JdbcLink> held = held();
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

package io.alchemy.orm.unitofwork;

import io.alchemy.error.ConcurrentSessionException;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * Notices two threads inside one session. Threads may use a session one after the other; only overlap is refused, and
 * nobody ever waits.
 */
final class ThreadGuard {
  private static final AtomicReferenceFieldUpdater<ThreadGuard, @Nullable Thread> INSIDE =
      AtomicReferenceFieldUpdater.newUpdater(ThreadGuard.class, Thread.class, "inside");

  private volatile @Nullable Thread inside;

  /** For the message alone: a thread that is refused may see what the other did before. */
  private String doing = "";

  private String with = "";

  private int depth;

  /** Enters, again if this thread is inside already; every call is matched by one of {@link #exit}. */
  void enter(String operation) {
    enter(operation, "");
  }

  /** The same; operation and object are joined in messages alone, as each first change of an instance comes here. */
  void enter(String operation, String object) {
    Thread me = Thread.currentThread();
    if (inside == me) {
      depth++;
      return;
    }
    if (!INSIDE.compareAndSet(this, null, me)) {
      Thread other = inside;
      throw new ConcurrentSessionException(
          "Thread '" + me.getName() + "' called " + operation + object
              + " on a session while thread '" + (other == null ? "?" : other.getName())
              + "' was inside it (" + doing + with
              + "). A session serves one thread at a time: open one for each thread, or share a ScopedSession.");
    }
    doing = operation;
    with = object;
    depth = 1;
  }

  void exit() {
    if (--depth == 0) {
      INSIDE.lazySet(this, null);
    }
  }
}

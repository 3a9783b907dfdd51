package io.alchemy.engine;

import io.alchemy.error.AlchemyException;
import io.alchemy.error.ArgumentException;
import io.alchemy.error.LockException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How often a transaction that lost against another (a serialization failure, a deadlock, SQLite's BUSY) is run again from its
 * beginning: the work must not have effects outside of the database.
 *
 * @param attempts how often it is run at most, the first time included
 * @param firstPause how long to wait after the first failure; doubled each time, and cut by chance so that losers do not meet again
 */
public record Retry(int attempts, Duration firstPause) {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  /** Runs once. */
  public static final Retry NEVER = new Retry(1, Duration.ZERO);

  public Retry {
    if (attempts < 1 || firstPause.isNegative()) {
      throw new ArgumentException(
          "a transaction is tried at least once, with a pause that is not negative");
    }
  }

  /** Runs at most {@code attempts} times, first after a pause of 10 milliseconds. */
  public static Retry times(int attempts) {
    return new Retry(attempts, Duration.ofMillis(10));
  }

  /** Runs {@code transaction}, each time from its beginning; the last failure is thrown. */
  public <T extends @Nullable Object> T run(Supplier<? extends T> transaction) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transaction.get();
      } catch (LockException lost) {
        if (attempt >= attempts) {
          throw lost;
        }
        pause(attempt, lost);
      }
    }
  }

  private void pause(int attempt, LockException lost) {
    long most = firstPause.toNanos() << Math.min(attempt - 1, 20);
    long longest = Math.min(Math.max(most, 1), LONGEST_PAUSE.toNanos());
    try {
      Thread.sleep(
          Duration.ofNanos(ThreadLocalRandom.current().nextLong(longest)).toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      AlchemyException stopped =
          new AlchemyException("interrupted before the transaction was run again", interrupted);
      stopped.addSuppressed(lost);
      throw stopped;
    }
  }
}

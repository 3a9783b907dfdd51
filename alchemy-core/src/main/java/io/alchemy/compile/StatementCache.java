package io.alchemy.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A bounded map that forgets what was longest unused. A hit takes no lock: it notes in the entry how many entries there had been by
 * then, and when the map has grown by a quarter beyond its bound, one thread throws the oldest out at once. Time goes on with new
 * entries alone, so that hits that follow each other write nothing.
 */
final class StatementCache<K, V> {
  /** A value, and when it was last used; a lost update only makes it look a little older. */
  private static final class Entry<V> {
    private final V value;
    private long used;

    Entry(V value, long used) {
      this.value = value;
      this.used = used;
    }
  }

  private final int bound;
  private final ConcurrentHashMap<K, Entry<V>> entries = new ConcurrentHashMap<>();
  private final ReentrantLock eviction = new ReentrantLock();
  private final AtomicLong now = new AtomicLong();
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();

  StatementCache(int bound) {
    this.bound = bound;
  }

  @Nullable
  V get(K key) {
    Entry<V> entry = entries.get(key);
    if (entry == null) {
      misses.increment();
      return null;
    }
    hits.increment();
    long time = now.get();
    if (entry.used != time) {
      entry.used = time;
    }
    return entry.value;
  }

  /** Adds {@code value}; what another thread added meanwhile stays, and is returned. */
  V add(K key, V value) {
    if (bound == 0) {
      return value;
    }
    Entry<V> added = new Entry<>(value, now.incrementAndGet());
    Entry<V> known = entries.putIfAbsent(key, added);
    if (known != null) {
      return known.value;
    }
    if (entries.size() > bound + bound / 4) {
      evict();
    }
    return value;
  }

  private void evict() {
    if (!eviction.tryLock()) {
      return;
    }
    try {
      record Aged<K>(K key, long used) {}
      List<Aged<K>> ages = new ArrayList<>();
      entries.forEach((key, entry) -> ages.add(new Aged<>(key, entry.used)));
      ages.sort(Comparator.comparingLong(Aged::used));
      for (int i = 0; i < ages.size() - bound; i++) {
        entries.remove(ages.get(i).key());
      }
    } finally {
      eviction.unlock();
    }
  }

  CacheStatistics statistics() {
    return new CacheStatistics(hits.sum(), misses.sum(), entries.size());
  }
}

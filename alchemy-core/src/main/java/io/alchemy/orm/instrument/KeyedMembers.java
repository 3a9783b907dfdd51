package io.alchemy.orm.instrument;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The members of a watched set or map, each under its key: in the order of arrival, or sorted where they took the place of
 * a sorted collection. A set's members are their own keys, so that removing an equal object tells which member left.
 */
final class KeyedMembers<K, V> {
  private final InstrumentedCollection watched;
  private final Prepared owner;
  private final RelationshipEnd end;
  private final Map<K, V> kept;
  private int changes;

  /**
   * @param watched the collection that these are the members of
   * @param like the user's collection whose place is taken: its order is kept if it is a sorted one
   */
  @SuppressWarnings(
      "unchecked") // a comparator of the user's own collection, which held the same keys
  KeyedMembers(
      InstrumentedCollection watched, Prepared owner, RelationshipEnd end, @Nullable Object like) {
    this.watched = watched;
    this.owner = owner;
    this.end = end;
    if (like instanceof SortedSet<?> sorted) {
      this.kept = new TreeMap<>((Comparator<? super K>) sorted.comparator());
    } else if (like instanceof SortedMap<?, ?> sorted) {
      this.kept = new TreeMap<>((Comparator<? super K>) sorted.comparator());
    } else {
      this.kept = new LinkedHashMap<>();
    }
  }

  Prepared owner() {
    return owner;
  }

  RelationshipEnd end() {
    return end;
  }

  /** The members as they are, with nothing loaded. */
  Map<K, V> raw() {
    return kept;
  }

  /** The members, loaded if they were not. */
  Map<K, V> live() {
    Relationships.load(watched);
    return kept;
  }

  // ---- without recording

  void putSilently(K key, V member) {
    kept.put(key, member);
    changes++;
  }

  void removeSilently(Object member) {
    // Through the iterator, which finds a member again even if its hash changed since it came.
    if (kept.values().removeIf(each -> each == member)) {
      changes++;
    }
  }

  void clearSilently() {
    kept.clear();
    changes++;
  }

  // ---- as the user's changes

  @Nullable
  V put(K key, V member) {
    Relationships.member(end, member);
    V before = live().get(key);
    if (before != member) {
      Relationships.beforeChange(watched);
      putSilently(key, member);
      exchanged(before, member);
    }
    return before;
  }

  /** Removes the member that is under a key equal to the given one; tells which that was. */
  @Nullable
  V remove(@Nullable Object key) {
    V gone = live().get(key);
    if (gone == null) {
      return null;
    }
    Relationships.beforeChange(watched);
    kept.remove(key);
    changes++;
    exchanged(gone, null);
    return gone;
  }

  void clear() {
    if (!live().isEmpty()) {
      exchangeAll(Map.of());
    }
  }

  /** Puts other content in place of all there is. */
  void exchangeAll(Map<? extends K, ? extends V> now) {
    now.values().forEach(member -> Relationships.member(end, member));
    List<V> before = new ArrayList<>(live().values());
    Relationships.beforeChange(watched);
    clearSilently();
    kept.putAll(now);
    Relationships.exchanged(owner, end, before, new ArrayList<>(kept.values()));
  }

  /** Runs a function of the user's, which must leave this collection alone. */
  <T> T undisturbed(Supplier<T> function) {
    live();
    int before = changes;
    T result = function.get();
    if (changes != before) {
      throw Refusals.disturbed(end);
    }
    return result;
  }

  private void exchanged(@Nullable V before, @Nullable V now) {
    if (before != null && !watched.holds(before)) {
      Relationships.left(owner, end, before);
    }
    if (now != null) {
      Relationships.joined(owner, end, now);
    }
  }

  /** The entries, whose removal and whose changes of value are seen. */
  Iterator<Map.Entry<K, V>> entries() {
    return new Entries();
  }

  private final class Entries implements Iterator<Map.Entry<K, V>> {
    private final Iterator<Map.Entry<K, V>> each = live().entrySet().iterator();
    private Map.@Nullable Entry<K, V> last;

    @Override
    public boolean hasNext() {
      return each.hasNext();
    }

    @Override
    public Map.Entry<K, V> next() {
      Map.Entry<K, V> next = each.next();
      last = next;
      return new WatchedEntry<>(KeyedMembers.this, next);
    }

    @Override
    public void remove() {
      if (last == null) {
        throw new IllegalStateException();
      }
      V gone = last.getValue();
      Relationships.beforeChange(watched);
      each.remove();
      changes++;
      last = null;
      exchanged(gone, null);
    }
  }

  /** An entry that sees its value replaced. */
  private static final class WatchedEntry<K, V> implements Map.Entry<K, V> {
    private final KeyedMembers<K, V> members;
    private final Map.Entry<K, V> entry;

    WatchedEntry(KeyedMembers<K, V> members, Map.Entry<K, V> entry) {
      this.members = members;
      this.entry = entry;
    }

    @Override
    public K getKey() {
      return entry.getKey();
    }

    @Override
    public V getValue() {
      return entry.getValue();
    }

    @Override
    public V setValue(V member) {
      Relationships.member(members.end, member);
      V before = entry.getValue();
      if (before != member) {
        Relationships.beforeChange(members.watched);
        entry.setValue(member);
        members.changes++;
        members.exchanged(before, member);
      }
      return before;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return entry.equals(other);
    }

    @Override
    public int hashCode() {
      return entry.hashCode();
    }

    @Override
    public String toString() {
      return entry.toString();
    }
  }
}

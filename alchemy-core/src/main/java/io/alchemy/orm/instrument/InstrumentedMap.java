package io.alchemy.orm.instrument;

import java.io.Serial;
import java.io.Serializable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A map that watches itself: its values are the relationship's members. The views are those of {@link AbstractMap}, whose
 * every change comes down to the entries' iterator here. It is in the order of arrival, or sorted where it took the
 * place of a sorted map; it is serialized as a plain map.
 */
final class InstrumentedMap<K, V> extends AbstractMap<K, V>
    implements InstrumentedCollection, Serializable {
  private final transient Prepared owner;
  private final transient RelationshipEnd end;
  private final transient Map<K, V> members;

  @SuppressWarnings("unchecked") // a comparator of the user's own map, which held the same keys
  InstrumentedMap(Prepared owner, RelationshipEnd end, @Nullable Object like) {
    this.owner = owner;
    this.end = end;
    this.members = like instanceof SortedMap<?, ?> sorted
        ? new TreeMap<>(((SortedMap<K, V>) sorted).comparator())
        : new LinkedHashMap<>();
  }

  // ---- for the ORM

  @Override
  public Prepared owner() {
    return owner;
  }

  @Override
  public RelationshipEnd end() {
    return end;
  }

  @Override
  public Collection<Object> members() {
    return Collections.unmodifiableCollection(members.values());
  }

  @Override
  public void fill(Collection<?> loaded) {
    members.clear();
    loaded.forEach(this::addSilently);
  }

  @Override
  @SuppressWarnings("unchecked") // checked against the relationship's target by who calls
  public void addSilently(Object member) {
    members.put((K) end.keyOf(member), (V) member);
  }

  @Override
  public void removeSilently(Object member) {
    members.values().removeIf(each -> each == member);
  }

  @Override
  @SuppressWarnings("unchecked") // each member is checked
  public void replace(@Nullable Object content) {
    Map<K, V> now = content == null ? Map.of() : new LinkedHashMap<>((Map<K, V>) content);
    now.values().forEach(member -> Relationships.member(end, member));
    List<V> before = new ArrayList<>(live().values());
    Relationships.beforeChange(this);
    members.clear();
    members.putAll(now);
    Relationships.exchanged(owner, end, before, new ArrayList<>(members.values()));
  }

  @Override
  public Object plain() {
    return new LinkedHashMap<>(members);
  }

  // ---- changes

  @Override
  public @Nullable V put(K key, V member) {
    Relationships.member(end, member);
    V before = live().get(key);
    if (before != member) {
      Relationships.beforeChange(this);
      members.put(key, member);
      exchanged(before, member);
    }
    return before;
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> added) {
    // A copy, because what is added here may leave the map that is given.
    new LinkedHashMap<K, V>(added).forEach(this::put);
  }

  @Override
  public @Nullable V remove(@Nullable Object key) {
    if (!live().containsKey(key)) {
      return null;
    }
    Relationships.beforeChange(this);
    V gone = members.remove(key);
    exchanged(gone, null);
    return gone;
  }

  @Override
  public void clear() {
    List<V> gone = new ArrayList<>(live().values());
    if (gone.isEmpty()) {
      return;
    }
    Relationships.beforeChange(this);
    members.clear();
    Relationships.exchanged(owner, end, gone, List.of());
  }

  private void exchanged(@Nullable V before, @Nullable V now) {
    if (before != null && !holds(before)) {
      Relationships.left(owner, end, before);
    }
    if (now != null) {
      Relationships.joined(owner, end, now);
    }
  }

  @Override
  public Set<Entry<K, V>> entrySet() {
    return new Entries();
  }

  private final class Entries extends AbstractSet<Entry<K, V>> {
    @Override
    public int size() {
      return live().size();
    }

    @Override
    public void clear() {
      InstrumentedMap.this.clear();
    }

    @Override
    public Iterator<Entry<K, V>> iterator() {
      Iterator<Entry<K, V>> each = live().entrySet().iterator();
      return new Iterator<>() {
        private @Nullable V last;

        @Override
        public boolean hasNext() {
          return each.hasNext();
        }

        @Override
        public Entry<K, V> next() {
          Entry<K, V> next = each.next();
          last = next.getValue();
          return new WatchedEntry(next);
        }

        @Override
        public void remove() {
          if (last == null) {
            throw new IllegalStateException();
          }
          Relationships.beforeChange(InstrumentedMap.this);
          each.remove();
          exchanged(last, null);
          last = null;
        }
      };
    }
  }

  /** An entry that sees its value replaced. */
  private final class WatchedEntry extends SimpleEntry<K, V> {
    private final transient Entry<K, V> kept;

    WatchedEntry(Entry<K, V> kept) {
      super(kept);
      this.kept = kept;
    }

    @Override
    public V setValue(V member) {
      Relationships.member(end, member);
      V before = kept.getValue();
      if (before != member) {
        Relationships.beforeChange(InstrumentedMap.this);
        kept.setValue(member);
        super.setValue(member);
        exchanged(before, member);
      }
      return before;
    }
  }

  // ---- reads

  private Map<K, V> live() {
    InstanceState state = owner.alchemy$state();
    if (state != null) {
      Hooks.read(state, owner, end.attribute());
    }
    return members;
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    return live().get(key);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return live().containsKey(key);
  }

  @Override
  public int size() {
    return live().size();
  }

  @Serial
  private @Nullable Object writeReplace() {
    return Relationships.serialized(this);
  }
}

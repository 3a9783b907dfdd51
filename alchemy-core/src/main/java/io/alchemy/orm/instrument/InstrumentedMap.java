package io.alchemy.orm.instrument;

import java.io.Serial;
import java.io.Serializable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A map that watches itself: its values are the relationship's members. The views are those of {@link AbstractMap}, whose
 * every change comes down to the entries' iterator here. It is serialized as a plain map.
 */
final class InstrumentedMap<K, V> extends AbstractMap<K, V>
    implements InstrumentedCollection, Serializable {
  private final transient KeyedMembers<K, V> members;

  InstrumentedMap(Prepared owner, RelationshipEnd end, @Nullable Object like) {
    this.members = new KeyedMembers<>(this, owner, end, like);
  }

  // ---- for the ORM

  @Override
  public Prepared owner() {
    return members.owner();
  }

  @Override
  public RelationshipEnd end() {
    return members.end();
  }

  @Override
  public Collection<Object> members() {
    return Collections.unmodifiableCollection(members.raw().values());
  }

  @Override
  public void fill(Collection<?> loaded) {
    members.clearSilently();
    loaded.forEach(this::addSilently);
  }

  @Override
  @SuppressWarnings("unchecked") // checked against the relationship's target by who calls
  public void addSilently(Object member) {
    members.putSilently((K) end().keyOf(member), (V) member);
  }

  @Override
  public void removeSilently(Object member) {
    members.removeSilently(member);
  }

  @Override
  @SuppressWarnings("unchecked") // each member is checked
  public void replace(@Nullable Object content) {
    members.exchangeAll(content == null ? Map.of() : new LinkedHashMap<>((Map<K, V>) content));
  }

  @Override
  public Object plain() {
    return new LinkedHashMap<>(members.raw());
  }

  // ---- changes

  @Override
  public @Nullable V put(K key, V member) {
    return members.put(key, member);
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> added) {
    // A copy, because what is added here may leave the map that is given.
    new LinkedHashMap<K, V>(added).forEach(this::put);
  }

  @Override
  public @Nullable V remove(@Nullable Object key) {
    return members.remove(key);
  }

  @Override
  public void clear() {
    members.clear();
  }

  // The defaults of Map do not see that the user's function changed the map, and overwrite what it
  // put there.

  @Override
  public V computeIfAbsent(K key, Function<? super K, ? extends V> function) {
    return super.computeIfAbsent(key, absent -> members.undisturbed(() -> function.apply(absent)));
  }

  @Override
  public @Nullable V computeIfPresent(
      K key, BiFunction<? super K, ? super V, ? extends @Nullable V> function) {
    return super.computeIfPresent(key, undisturbed(function));
  }

  @Override
  public @Nullable V compute(
      K key, BiFunction<? super K, ? super @Nullable V, ? extends @Nullable V> function) {
    return super.compute(key, undisturbed(function));
  }

  @Override
  public @Nullable V merge(
      K key, V value, BiFunction<? super V, ? super V, ? extends @Nullable V> function) {
    return super.merge(key, value, undisturbed(function));
  }

  @Override
  public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
    Map<K, V> now = new LinkedHashMap<>(members.live());
    members.undisturbed(() -> {
      now.replaceAll(function);
      return now;
    });
    members.exchangeAll(now);
  }

  private <A, B, R> BiFunction<A, B, R> undisturbed(
      BiFunction<? super A, ? super B, ? extends R> function) {
    return (a, b) -> members.undisturbed(() -> function.apply(a, b));
  }

  @Override
  public Set<Entry<K, V>> entrySet() {
    return new Entries();
  }

  private final class Entries extends AbstractSet<Entry<K, V>> {
    @Override
    public int size() {
      return InstrumentedMap.this.size();
    }

    @Override
    public void clear() {
      InstrumentedMap.this.clear();
    }

    @Override
    public Iterator<Entry<K, V>> iterator() {
      return members.entries();
    }
  }

  // ---- reads

  @Override
  public @Nullable V get(@Nullable Object key) {
    return members.live().get(key);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return members.live().containsKey(key);
  }

  @Override
  public int size() {
    return members.live().size();
  }

  @Serial
  private @Nullable Object writeReplace() {
    return Relationships.serialized(this);
  }
}

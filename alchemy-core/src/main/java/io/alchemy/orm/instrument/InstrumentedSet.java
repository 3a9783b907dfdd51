package io.alchemy.orm.instrument;

import java.io.Serial;
import java.io.Serializable;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A set that watches itself. It is serialized as a plain set. */
final class InstrumentedSet<E> extends AbstractSet<E>
    implements InstrumentedCollection, Serializable {
  private final transient KeyedMembers<E, E> members;

  InstrumentedSet(Prepared owner, RelationshipEnd end, @Nullable Object like) {
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
    if (!members.raw().containsKey(member)) {
      members.putSilently((E) member, (E) member);
    }
  }

  @Override
  public void removeSilently(Object member) {
    members.removeSilently(member);
  }

  @Override
  @SuppressWarnings("unchecked") // each member is checked
  public void replace(@Nullable Object content) {
    Map<E, E> now = new LinkedHashMap<>();
    for (Object member : Relationships.membersOf(content)) {
      now.putIfAbsent((E) member, (E) member);
    }
    members.exchangeAll(now);
  }

  @Override
  public Object plain() {
    return new LinkedHashSet<>(members.raw().values());
  }

  // ---- changes

  @Override
  public boolean add(E member) {
    Relationships.member(end(), member);
    if (contains(member)) {
      return false;
    }
    members.put(member, member);
    return true;
  }

  @Override
  public boolean addAll(Collection<? extends E> added) {
    // A copy, because what is added here may leave the collection that is given.
    boolean changed = false;
    for (E member : new ArrayList<>(added)) {
      changed |= add(member);
    }
    return changed;
  }

  @Override
  public boolean remove(@Nullable Object member) {
    return members.remove(member) != null;
  }

  @Override
  public boolean removeAll(Collection<?> unwanted) {
    boolean changed = false;
    for (Object member : new ArrayList<>(unwanted)) {
      changed |= remove(member);
    }
    return changed;
  }

  @Override
  public boolean retainAll(Collection<?> wanted) {
    Objects.requireNonNull(wanted);
    return removeIf(member -> !wanted.contains(member));
  }

  @Override
  public void clear() {
    members.clear();
  }

  @Override
  public Iterator<E> iterator() {
    Iterator<Map.Entry<E, E>> entries = members.entries();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return entries.hasNext();
      }

      @Override
      public E next() {
        return entries.next().getKey();
      }

      @Override
      public void remove() {
        entries.remove();
      }
    };
  }

  // ---- reads

  @Override
  public int size() {
    return members.live().size();
  }

  @Override
  public boolean contains(@Nullable Object member) {
    return members.live().containsKey(member);
  }

  @Serial
  private @Nullable Object writeReplace() {
    return Relationships.serialized(this);
  }
}

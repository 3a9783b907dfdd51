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
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A set that watches itself. It keeps each member as its own value in a map, so that removing an equal object tells
 * which member left. It is in the order of arrival, or sorted where it took the place of a sorted set; it is serialized
 * as a plain set.
 */
final class InstrumentedSet<E> extends AbstractSet<E>
    implements InstrumentedCollection, Serializable {
  private final transient Prepared owner;
  private final transient RelationshipEnd end;
  private final transient Map<E, E> members;

  @SuppressWarnings("unchecked") // a comparator of the user's own set, which held the same members
  InstrumentedSet(Prepared owner, RelationshipEnd end, @Nullable Object like) {
    this.owner = owner;
    this.end = end;
    this.members = like instanceof SortedSet<?> sorted
        ? new TreeMap<>(((SortedSet<E>) sorted).comparator())
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
    members.putIfAbsent((E) member, (E) member);
  }

  @Override
  public void removeSilently(Object member) {
    // Through the iterator, which finds a member again even if its hash changed since it came.
    members.values().removeIf(each -> each == member);
  }

  @Override
  @SuppressWarnings("unchecked") // each member is checked
  public void replace(@Nullable Object content) {
    List<E> now = (List<E>) Relationships.membersOf(content);
    now.forEach(member -> Relationships.member(end, member));
    List<E> before = new ArrayList<>(live().values());
    Relationships.beforeChange(this);
    fill(now);
    Relationships.exchanged(owner, end, before, new ArrayList<>(members.values()));
  }

  @Override
  public Object plain() {
    return new LinkedHashSet<>(members.values());
  }

  // ---- changes

  @Override
  public boolean add(E member) {
    Relationships.member(end, member);
    if (live().containsKey(member)) {
      return false;
    }
    Relationships.beforeChange(this);
    members.put(member, member);
    Relationships.joined(owner, end, member);
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
    E gone = live().get(member);
    if (gone == null) {
      return false;
    }
    Relationships.beforeChange(this);
    members.remove(gone);
    Relationships.left(owner, end, gone);
    return true;
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
    return removeIf(member -> !wanted.contains(member));
  }

  @Override
  public void clear() {
    List<E> gone = new ArrayList<>(live().values());
    if (gone.isEmpty()) {
      return;
    }
    Relationships.beforeChange(this);
    members.clear();
    for (E member : gone) {
      Relationships.left(owner, end, member);
    }
  }

  @Override
  public Iterator<E> iterator() {
    Iterator<E> each = live().values().iterator();
    return new Iterator<>() {
      private @Nullable E last;

      @Override
      public boolean hasNext() {
        return each.hasNext();
      }

      @Override
      public E next() {
        E next = each.next();
        last = next;
        return next;
      }

      @Override
      public void remove() {
        E gone = last;
        if (gone == null) {
          throw new IllegalStateException();
        }
        Relationships.beforeChange(InstrumentedSet.this);
        each.remove();
        last = null;
        Relationships.left(owner, end, gone);
      }
    };
  }

  // ---- reads

  private Map<E, E> live() {
    InstanceState state = owner.alchemy$state();
    if (state != null) {
      Hooks.read(state, owner, end.attribute());
    }
    return members;
  }

  @Override
  public int size() {
    return live().size();
  }

  @Override
  public boolean contains(@Nullable Object member) {
    return live().containsKey(member);
  }

  @Serial
  private @Nullable Object writeReplace() {
    return Relationships.serialized(this);
  }
}

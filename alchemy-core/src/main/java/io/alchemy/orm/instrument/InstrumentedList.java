package io.alchemy.orm.instrument;

import java.io.Serial;
import java.io.Serializable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Set;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A list that watches itself. Iterators and sublists are those of {@link AbstractList}, whose every change comes down to
 * the methods here. It is serialized as a plain list.
 */
final class InstrumentedList<E> extends AbstractList<E>
    implements InstrumentedCollection, RandomAccess, Serializable {
  private final transient Prepared owner;
  private final transient RelationshipEnd end;

  /** Immutable while nobody came: of 1,000 new objects with two collections each, empty lists were 4 % of the bytes. */
  private transient List<E> members = Collections.emptyList();

  InstrumentedList(Prepared owner, RelationshipEnd end) {
    this.owner = owner;
    this.end = end;
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
    return Collections.unmodifiableCollection(members);
  }

  @Override
  @SuppressWarnings("unchecked") // the loader reads the target's class only
  public void fill(Collection<?> loaded) {
    members = loaded.isEmpty() ? Collections.emptyList() : new ArrayList<>((Collection<E>) loaded);
    modCount++;
  }

  @Override
  @SuppressWarnings("unchecked") // checked against the relationship's target by who calls
  public void addSilently(Object member) {
    changeable().add((E) member);
    modCount++;
  }

  @Override
  public void removeSilently(Object member) {
    changeable().removeIf(each -> each == member);
    modCount++;
  }

  @Override
  @SuppressWarnings("unchecked") // each member is checked
  public void replace(@Nullable Object content) {
    List<E> now = (List<E>) Relationships.membersOf(content);
    now.forEach(this::check);
    exchange(now);
  }

  @Override
  public Object plain() {
    return new ArrayList<>(members);
  }

  // ---- changes

  @Override
  public void add(int index, E member) {
    check(member);
    List<E> live = live();
    Objects.checkIndex(index, live.size() + 1);
    Relationships.beforeChange(this);
    changeable().add(index, member);
    modCount++;
    Relationships.joined(owner, end, member);
  }

  @Override
  public boolean addAll(Collection<? extends E> added) {
    return addAll(size(), added);
  }

  @Override
  public boolean addAll(int index, Collection<? extends E> added) {
    List<E> come = new ArrayList<>(added);
    come.forEach(this::check);
    List<E> live = live();
    Objects.checkIndex(index, live.size() + 1);
    if (come.isEmpty()) {
      return false;
    }
    Relationships.beforeChange(this);
    changeable().addAll(index, come);
    modCount++;
    for (E member : come) {
      Relationships.joined(owner, end, member);
    }
    return true;
  }

  @Override
  public E set(int index, E member) {
    check(member);
    List<E> live = live();
    E before = live.get(index);
    if (before != member) {
      Relationships.beforeChange(this);
      live.set(index, member);
      if (!holds(before)) {
        Relationships.left(owner, end, before);
      }
      Relationships.joined(owner, end, member);
    }
    return before;
  }

  @Override
  public E remove(int index) {
    List<E> live = live();
    Objects.checkIndex(index, live.size());
    Relationships.beforeChange(this);
    E gone = live.remove(index);
    modCount++;
    if (!holds(gone)) {
      Relationships.left(owner, end, gone);
    }
    return gone;
  }

  @Override
  public boolean remove(@Nullable Object member) {
    int index = live().indexOf(member);
    if (index < 0) {
      return false;
    }
    remove(index);
    return true;
  }

  @Override
  protected void removeRange(int from, int to) {
    List<E> range = live().subList(from, to);
    if (range.isEmpty()) {
      return;
    }
    Relationships.beforeChange(this);
    List<E> gone = new ArrayList<>(range);
    range.clear();
    modCount++;
    tellGone(gone);
  }

  @Override
  public boolean removeIf(Predicate<? super E> condition) {
    List<E> before = new ArrayList<>(live());
    int expected = modCount;
    List<E> gone = new ArrayList<>();
    List<E> stay = new ArrayList<>();
    for (E member : before) {
      (condition.test(member) ? gone : stay).add(member);
      checkUndisturbed(expected);
    }
    if (gone.isEmpty()) {
      return false;
    }
    checkSame(before);
    Relationships.beforeChange(this);
    fill(stay);
    tellGone(gone);
    return true;
  }

  @Override
  public boolean removeAll(Collection<?> unwanted) {
    Objects.requireNonNull(unwanted);
    return removeIf(unwanted::contains);
  }

  @Override
  public boolean retainAll(Collection<?> wanted) {
    Objects.requireNonNull(wanted);
    return removeIf(member -> !wanted.contains(member));
  }

  @Override
  public void replaceAll(UnaryOperator<E> operator) {
    List<E> before = new ArrayList<>(live());
    int expected = modCount;
    List<E> now = new ArrayList<>(before.size());
    for (E member : before) {
      now.add(check(operator.apply(member)));
      checkUndisturbed(expected);
    }
    checkSame(before);
    exchange(now);
  }

  /** Refuses that the user's function added to this list or removed from it. */
  private void checkUndisturbed(int expectedModCount) {
    if (modCount != expectedModCount) {
      throw Refusals.disturbed(end);
    }
  }

  /** Refuses that it set a member, which counts as no modification in any list, and would be undone here. */
  private void checkSame(List<E> before) {
    for (int i = 0; i < before.size(); i++) {
      if (members.get(i) != before.get(i)) {
        throw Refusals.disturbed(end);
      }
    }
  }

  /** Another order, and the same members: nothing to record. */
  @Override
  public void sort(@Nullable Comparator<? super E> order) {
    live();
    changeable().sort(order);
    modCount++;
  }

  private void exchange(List<E> now) {
    List<E> before = new ArrayList<>(live());
    Relationships.beforeChange(this);
    fill(now);
    Relationships.exchanged(owner, end, before, now);
  }

  private void tellGone(List<E> gone) {
    Set<Object> stay = Relationships.identities(members);
    for (E member : gone) {
      if (stay.add(member)) {
        Relationships.left(owner, end, member);
      }
    }
  }

  private E check(@Nullable E member) {
    return Relationships.member(end, member);
  }

  private List<E> changeable() {
    if (members.isEmpty()) {
      members = new ArrayList<>();
    }
    return members;
  }

  // ---- reads

  /** The members, loaded if they were not. */
  private List<E> live() {
    Relationships.load(this);
    return members;
  }

  @Override
  public E get(int index) {
    return live().get(index);
  }

  @Override
  public int size() {
    return live().size();
  }

  // The iterators of AbstractList note its modification count first: what is not loaded is loaded
  // before that.

  @Override
  public Iterator<E> iterator() {
    live();
    return super.iterator();
  }

  @Override
  public ListIterator<E> listIterator(int index) {
    live();
    return super.listIterator(index);
  }

  @Override
  public List<E> subList(int from, int to) {
    live();
    return super.subList(from, to);
  }

  @Override
  public Spliterator<E> spliterator() {
    live();
    return super.spliterator();
  }

  @Override
  public boolean contains(@Nullable Object member) {
    return live().contains(member);
  }

  @Override
  public int indexOf(@Nullable Object member) {
    return live().indexOf(member);
  }

  @Override
  public int lastIndexOf(@Nullable Object member) {
    return live().lastIndexOf(member);
  }

  @Override
  public void forEach(Consumer<? super E> action) {
    live().forEach(action);
  }

  @Override
  public Object[] toArray() {
    return live().toArray();
  }

  @Override
  public <T> T[] toArray(T[] array) {
    return live().toArray(array);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this || live().equals(other);
  }

  @Override
  public int hashCode() {
    return live().hashCode();
  }

  @Serial
  private @Nullable Object writeReplace() {
    return Relationships.serialized(this);
  }
}

package io.alchemy.orm.unitofwork;

import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.StateType;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The persistent instances that a session knows, each once, by key.
 *
 * <p>A state is its own entry and its own weak reference: the map is an open-addressed array of states, with no entry
 * objects beside them. Entries whose instance was collected leave by the reference queue; those of instances that were
 * made by their user, whose states were made before any queue was known, leave when the array is rebuilt.
 */
final class IdentityMap {
  private static final int SMALLEST = 4;

  /** Up to so many entries the array grows eightfold: to move them was 5 % of a load of 10,000 rows. Beyond, memory counts more. */
  private static final int FEW = 2_048;

  private @Nullable InstanceState[] slots = new InstanceState[SMALLEST];
  private int shift = shift(SMALLEST);
  private int size;
  private final ReferenceQueue<Object> queue = new ReferenceQueue<>();

  /** What the states of fresh instances should be registered with. */
  ReferenceQueue<Object> queue() {
    return queue;
  }

  /** The state of the living instance with this key; null if there is none. */
  @Nullable
  InstanceState find(StateType mapping, Object key) {
    removeCollected();
    int mask = slots.length - 1;
    for (int i = slot(mapping, key); ; i = (i + 1) & mask) {
      InstanceState state = slots[i];
      if (state == null) {
        return null;
      }
      if (state.mapping() == mapping && key.equals(state.key())) {
        return state.get() == null ? null : state;
      }
    }
  }

  /** Puts a state under its key; takes the place of one whose instance was collected. */
  void put(InstanceState state) {
    removeCollected();
    if ((size + 1) * 3 > slots.length * 2) {
      rebuild();
    }
    StateType mapping = state.mapping();
    Object key = keyOf(state);
    int mask = slots.length - 1;
    int i = slot(mapping, key);
    for (InstanceState there = slots[i]; there != null; there = slots[i]) {
      if (there.mapping() == mapping && key.equals(there.key())) {
        slots[i] = state;
        return;
      }
      i = (i + 1) & mask;
    }
    slots[i] = state;
    size++;
  }

  /** Removes this very state; another one under the same key stays. */
  boolean remove(InstanceState state) {
    if (state.key() == null) {
      return false;
    }
    int mask = slots.length - 1;
    for (int i = slot(state); slots[i] != null; i = (i + 1) & mask) {
      if (slots[i] == state) {
        removeAt(i, mask);
        return true;
      }
    }
    return false;
  }

  /** The states of all living instances; a copy. */
  List<InstanceState> states() {
    List<InstanceState> living = new ArrayList<>(size);
    for (InstanceState state : slots) {
      if (state != null && state.get() != null) {
        living.add(state);
      }
    }
    return living;
  }

  /** Empties the map; every state in it is detached. */
  void detach() {
    for (InstanceState state : slots) {
      if (state != null) {
        state.detach();
      }
    }
    if (slots.length > SMALLEST) {
      slots = new InstanceState[SMALLEST];
      shift = shift(SMALLEST);
    } else {
      Arrays.fill(slots, null);
    }
    size = 0;
  }

  /** The number of entries, those of collected instances included that were not yet noticed. */
  int size() {
    removeCollected();
    return size;
  }

  private void removeCollected() {
    for (Reference<?> gone = queue.poll(); gone != null; gone = queue.poll()) {
      remove((InstanceState) gone);
    }
  }

  /** Drops collected entries, and makes room if that was not enough. */
  private void rebuild() {
    @Nullable InstanceState[] before = slots;
    int living = 0;
    for (InstanceState state : before) {
      living += state != null && state.get() != null ? 1 : 0;
    }
    int capacity = SMALLEST;
    int wanted = living <= FEW ? living * 8 : living * 2;
    while (wanted >= capacity) {
      capacity *= 2;
    }
    slots = new InstanceState[capacity];
    shift = shift(capacity);
    size = 0;
    int mask = capacity - 1;
    for (InstanceState state : before) {
      if (state != null && state.get() != null) {
        int i = slot(state);
        while (slots[i] != null) {
          i = (i + 1) & mask;
        }
        slots[i] = state;
        size++;
      }
    }
  }

  /** Closes the gap, so that every entry stays reachable from its own slot. */
  private void removeAt(int gap, int mask) {
    size--;
    int i = gap;
    while (true) {
      i = (i + 1) & mask;
      InstanceState next = slots[i];
      if (next == null) {
        slots[gap] = null;
        return;
      }
      int home = slot(next);
      if (((i - home) & mask) >= ((i - gap) & mask)) {
        slots[gap] = next;
        gap = i;
      }
    }
  }

  private static Object keyOf(InstanceState state) {
    Object key = state.key();
    if (key == null) {
      throw new IllegalStateException("no identity key: " + state.type().type().getName());
    }
    return key;
  }

  private int slot(InstanceState state) {
    return slot(state.mapping(), keyOf(state));
  }

  /** The upper bits of a multiple of the golden ratio: keys that count up hardly ever meet. */
  private int slot(StateType mapping, Object key) {
    return ((key.hashCode() + System.identityHashCode(mapping)) * 0x9E3779B9) >>> shift;
  }

  private static int shift(int capacity) {
    return Integer.numberOfLeadingZeros(capacity) + 1;
  }
}

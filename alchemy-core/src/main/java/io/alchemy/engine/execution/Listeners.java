package io.alchemy.engine.execution;

import io.alchemy.engine.ExecutionListener;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The listeners of an engine. Changing them copies, so that telling them takes no lock. */
public final class Listeners {
  private final List<ExecutionListener> listeners;

  public Listeners(Collection<? extends ExecutionListener> listeners) {
    this.listeners = new CopyOnWriteArrayList<>(listeners);
  }

  public void add(ExecutionListener listener) {
    listeners.add(listener);
  }

  /** Removes {@code listener}, by identity; nothing happens when it is not there. */
  @SuppressWarnings("ReferenceEquality")
  public void remove(ExecutionListener listener) {
    listeners.removeIf(one -> one == listener);
  }

  public boolean isEmpty() {
    return listeners.isEmpty();
  }

  /** Tells every listener, in the order of registration. */
  public void tell(Consumer<ExecutionListener> what) {
    for (ExecutionListener listener : listeners) {
      what.accept(listener);
    }
  }
}

package io.alchemy.orm.instrument;

import io.alchemy.error.NotPreparedException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Prepares, when they are first touched, the mapped classes that javac did not prepare: before such a class is loaded
 * its bytes are transformed and defined, superclasses first. It needs what {@code alchemy-processor} writes whatever
 * the compiler: the index of mapped classes, and a class in each package that hands over the right to define classes
 * there.
 */
public final class Preparation {
  private static final ReentrantLock LOCK = new ReentrantLock();
  private static final Set<ClassLoader> DONE = Collections.newSetFromMap(new WeakHashMap<>());

  /** What each package's {@code Alchemy_} handed over; it lives and dies with that class. */
  private static final ClassValue<AtomicReference<MethodHandles.@Nullable Lookup>> KEYS =
      new ClassValue<>() {
        @Override
        protected AtomicReference<MethodHandles.@Nullable Lookup> computeValue(Class<?> type) {
          return new AtomicReference<>();
        }
      };

  /** Why classes could not be prepared while they were loaded, where nothing can be thrown. */
  private static final Map<ClassLoader, Map<String, NotPreparedException>> FAILURES =
      new WeakHashMap<>();

  private Preparation() {}

  /** Prepares what the thread's context class loader sees. */
  public static void ensure() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ensure(context == null ? ClassLoader.getSystemClassLoader() : context);
  }

  /**
   * Prepares the mapped classes that {@code loader} sees and that are not loaded yet; the second call for a loader does
   * nothing. A class that is loaded already, or cannot be prepared, stays as it is, and is refused when it is mapped.
   *
   * @throws NotPreparedException if the index of mapped classes cannot be read
   */
  public static void ensure(ClassLoader loader) {
    LOCK.lock();
    try {
      if (DONE.add(loader)) {
        new EarlyDefinition(loader).prepareAll();
      }
    } catch (IOException e) {
      throw new NotPreparedException(
          "The classes to prepare cannot be read from the class path: " + e.getMessage(), e);
    } finally {
      LOCK.unlock();
    }
  }

  /** Called by the {@code Alchemy_} of each package: who holds {@code key} may define classes there. */
  public static void open(MethodHandles.Lookup key) {
    KEYS.get(key.lookupClass()).set(key);
  }

  static MethodHandles.@Nullable Lookup keyOf(Class<?> holder) {
    return KEYS.get(holder).get();
  }

  /** Remembers why a class was loaded unprepared. */
  static void failed(ClassLoader loader, String internalName, NotPreparedException why) {
    LOCK.lock();
    try {
      FAILURES
          .computeIfAbsent(loader, each -> new HashMap<>())
          .put(internalName.replace('/', '.'), why);
    } finally {
      LOCK.unlock();
    }
  }

  /** Why a class was loaded unprepared; null if nobody tried to prepare it. */
  static @Nullable NotPreparedException failure(Class<?> type) {
    LOCK.lock();
    try {
      Map<String, NotPreparedException> failures = FAILURES.get(type.getClassLoader());
      return failures == null ? null : failures.get(type.getName());
    } finally {
      LOCK.unlock();
    }
  }

  /**
   * The description of a mapped class.
   *
   * @throws NotPreparedException if it was loaded unprepared; the message names the cures
   */
  public static PreparedClass require(Class<?> type) {
    return PreparedClass.of(type);
  }
}

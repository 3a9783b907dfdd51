package io.alchemy.orm.instrument;

import io.alchemy.error.NotPreparedException;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one prepared class: those of its prepared superclass first, then its own fields in the order of the
 * class file. Made when the class is initialized, so that a superclass may change alone.
 */
public final class PreparedClass implements StateType {
  /** Each class's own slot: it lives and dies with the class. */
  private static final ClassValue<AtomicReference<@Nullable PreparedClass>> SLOTS =
      new ClassValue<>() {
        @Override
        protected AtomicReference<@Nullable PreparedClass> computeValue(Class<?> type) {
          return new AtomicReference<>();
        }
      };

  private static final String[] NOTHING = {};

  private final Class<?> type;
  private final @Nullable PreparedClass parent;
  private final int offset;
  private final String[] names;
  private final String[] descriptors;
  private final @Nullable Prepared prototype;
  private volatile WeakReference<@Nullable Topology> topology = new WeakReference<>(null);

  private PreparedClass(
      Class<?> type,
      @Nullable PreparedClass parent,
      String[] names,
      String[] descriptors,
      @Nullable Prepared prototype) {
    this.type = type;
    this.parent = parent;
    this.offset = parent == null ? 0 : parent.size();
    this.names = names;
    this.descriptors = descriptors;
    this.prototype = prototype;
  }

  /**
   * Called by the initializer of a prepared class, before anything else in it.
   *
   * @param names the names of its own persistent fields, separated by spaces
   * @param descriptors their types as the class file writes them, separated by spaces
   * @param prototype an instance to make others from; null for an abstract class
   */
  public static PreparedClass of(
      Class<?> type, String names, String descriptors, @Nullable Prepared prototype) {
    PreparedClass made =
        new PreparedClass(type, parentOf(type), words(names), words(descriptors), prototype);
    SLOTS.get(type).set(made);
    return made;
  }

  private static @Nullable PreparedClass parentOf(Class<?> type) {
    for (Class<?> up = type.getSuperclass(); up != null; up = up.getSuperclass()) {
      PreparedClass parent = SLOTS.get(up).get();
      if (parent != null) {
        return parent;
      }
    }
    return null;
  }

  private static String[] words(String text) {
    return text.isEmpty() ? NOTHING : text.split(" ");
  }

  /**
   * The description of {@code type}, which is initialized if it was not.
   *
   * @throws NotPreparedException if the class was loaded unprepared
   */
  public static PreparedClass of(Class<?> type) {
    PreparedClass found = find(type);
    if (found == null) {
      throw Refusals.notPrepared(type);
    }
    return found;
  }

  /** The same, null if {@code type} is not prepared. */
  public static @Nullable PreparedClass find(Class<?> type) {
    if (!Prepared.class.isAssignableFrom(type)) {
      return null;
    }
    PreparedClass found = SLOTS.get(type).get();
    if (found == null) {
      initialize(type);
      found = SLOTS.get(type).get();
    }
    return found;
  }

  private static void initialize(Class<?> type) {
    try {
      Class.forName(type.getName(), true, type.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(type.getName() + " is not found by its own class loader", e);
    }
  }

  @Override
  public PreparedClass prepared() {
    return this;
  }

  public Class<?> type() {
    return type;
  }

  /** The description of the nearest prepared superclass; null if there is none. */
  public @Nullable PreparedClass parent() {
    return parent;
  }

  /** An instance nobody uses, to make others from by {@link Prepared#alchemy$create()}; null for an abstract class. */
  public @Nullable Prepared prototype() {
    return prototype;
  }

  /**
   * A new instance, by the constructor that runs no field initializer.
   *
   * @throws NotPreparedException if the class is abstract
   */
  public Prepared create() {
    if (prototype == null) {
      throw new NotPreparedException(type.getName() + " is abstract: no row can become one.");
    }
    return prototype.alchemy$create();
  }

  /** Index of the first attribute that this class declares itself. */
  public int offset() {
    return offset;
  }

  /** The number of attributes, inherited ones included. */
  public int size() {
    return offset + names.length;
  }

  public String name(int attribute) {
    return attribute < offset && parent != null
        ? parent.name(attribute)
        : names[attribute - offset];
  }

  /** The declared type of the attribute's field, erased. */
  public Class<?> fieldType(int attribute) {
    if (attribute < offset && parent != null) {
      return parent.fieldType(attribute);
    }
    String descriptor = "()" + descriptors[attribute - offset];
    return MethodType.fromMethodDescriptorString(descriptor, type.getClassLoader())
        .returnType();
  }

  /** The index of the attribute called {@code name}, the subclass's own first; -1 if there is none. */
  public int indexOf(String name) {
    int own = List.of(names).indexOf(name);
    if (own >= 0) {
      return offset + own;
    }
    return parent == null ? -1 : parent.indexOf(name);
  }

  /** The relationships of this class, as the registry that maps it declared them; null while no registry does. */
  public @Nullable Topology topology() {
    Topology own = topology.get();
    return own != null || parent == null ? own : parent.topology();
  }

  /** Gives the class its relationships. Held weakly: the registry owns it. */
  public void topology(@Nullable Topology relationships) {
    topology = new WeakReference<>(relationships);
  }

  @Override
  public String toString() {
    return "PreparedClass[" + type.getName() + "]";
  }
}

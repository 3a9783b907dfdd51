package io.alchemy.orm.instrument;

import java.lang.ref.WeakReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one prepared class: those of its prepared superclass first, then its own fields in the order of the
 * class file. Made when the class is initialized, so that a superclass may change alone.
 */
public final class PreparedClass {
  private final Class<?> type;
  private final @Nullable PreparedClass parent;
  private final int offset;
  private final String[] names;
  private final Class<?>[] types;
  private volatile WeakReference<@Nullable Topology> topology = new WeakReference<>(null);

  private PreparedClass(
      Class<?> type, @Nullable PreparedClass parent, String[] names, Class<?>[] types) {
    this.type = type;
    this.parent = parent;
    this.offset = parent == null ? 0 : parent.size();
    this.names = names;
    this.types = types;
  }

  /** Called by the initializer of a prepared class: its own attributes, and its superclass's description if prepared. */
  public static PreparedClass of(
      Class<?> type, @Nullable PreparedClass parent, String[] names, Class<?>[] types) {
    return new PreparedClass(type, parent, names, types);
  }

  public Class<?> type() {
    return type;
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

  public Class<?> fieldType(int attribute) {
    return attribute < offset && parent != null
        ? parent.fieldType(attribute)
        : types[attribute - offset];
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
    return topology.get();
  }

  /** Gives the class its relationships. Held weakly: the registry owns it. */
  public void topology(@Nullable Topology relationships) {
    topology = new WeakReference<>(relationships);
  }
}

package io.alchemy.sql.node;

import io.alchemy.error.ArgumentException;
import io.alchemy.sql.Expression;
import io.alchemy.types.SqlType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a record's components find their columns: by name, never by position. */
public final class RecordFields {
  private static final Map<Class<?>, Class<?>> BOXES = Map.of(
      boolean.class, Boolean.class,
      byte.class, Byte.class,
      short.class, Short.class,
      char.class, Character.class,
      int.class, Integer.class,
      long.class, Long.class,
      float.class, Float.class,
      double.class, Double.class);

  private RecordFields() {}

  /** The components of a record class. */
  public static RecordComponent[] requireRecord(Class<?> record) {
    RecordComponent[] components = record.getRecordComponents();
    if (components == null) {
      throw new ArgumentException("into("
          + record.getSimpleName()
          + ".class) needs a record; for other classes use project("
          + record.getSimpleName()
          + "::new, …)");
    }
    return components;
  }

  /** Refuses a record that does not fit the columns, naming every component that does not. */
  public static void check(Class<?> record, List<? extends Expression<?>> outputs) {
    List<@Nullable String> names = new ArrayList<>();
    for (Expression<?> output : outputs) {
      names.add(OutputName.of(output));
    }
    int[] positions = positions(record, names);
    RecordComponent[] components = requireRecord(record);
    for (int i = 0; i < components.length; i++) {
      SqlType<?> type = outputs.get(positions[i]).type();
      Class<?> wanted = boxed(components[i].getType());
      if (type != null && !fits(wanted, type.javaType())) {
        throw new ArgumentException("into("
            + record.getSimpleName()
            + ".class): component "
            + components[i].getName()
            + " is a "
            + wanted.getSimpleName()
            + ", and its column is of type "
            + type.name()
            + ", a "
            + type.javaType().getSimpleName());
      }
    }
  }

  /** For each component the position of its column among {@code names}. */
  public static int[] positions(Class<?> record, List<@Nullable String> names) {
    RecordComponent[] components = requireRecord(record);
    int[] positions = new int[components.length];
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      positions[i] = position(record, components[i].getName(), names);
      if (positions[i] < 0) {
        missing.add(components[i].getName());
      }
    }
    if (!missing.isEmpty()) {
      throw new ArgumentException("into("
          + record.getSimpleName()
          + ".class): no column for "
          + String.join(", ", missing)
          + "; the columns are "
          + names
          + ": give one the name with as(…)");
    }
    return positions;
  }

  private static int position(Class<?> record, String component, List<@Nullable String> names) {
    String wanted = OutputName.normalized(component);
    int found = -1;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (name != null && OutputName.normalized(name).equals(wanted)) {
        if (found >= 0) {
          throw new ArgumentException("into("
              + record.getSimpleName()
              + ".class): two columns are called "
              + component
              + "; tell them apart with as(…)");
        }
        found = i;
      }
    }
    return found;
  }

  private static boolean fits(Class<?> wanted, Class<?> given) {
    return wanted.isAssignableFrom(given)
        || (Number.class.isAssignableFrom(wanted) && Number.class.isAssignableFrom(given));
  }

  /** The class whose instances hold values of {@code type}. */
  public static Class<?> boxed(Class<?> type) {
    return BOXES.getOrDefault(type, type);
  }
}

package io.alchemy.compile;

import io.alchemy.error.ArgumentException;
import io.alchemy.sql.Row;
import io.alchemy.sql.node.RecordFields;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes records of rows: the constructor is found once for a class, the positions once for a result. */
final class RecordMaker<T> {
  private static final ClassValue<Made> CLASSES = new ClassValue<>() {
    @Override
    protected Made computeValue(Class<?> type) {
      return Made.of(type);
    }
  };

  /** A record's constructor, taking its arguments as one array. */
  private record Made(RecordComponent[] components, MethodHandle constructor) {
    static Made of(Class<?> type) {
      RecordComponent[] components = RecordFields.requireRecord(type);
      Class<?>[] classes =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      try {
        Constructor<?> canonical = type.getDeclaredConstructor(classes);
        canonical.setAccessible(true);
        MethodHandle handle = MethodHandles.lookup().unreflectConstructor(canonical);
        return new Made(components, handle.asSpreader(Object[].class, classes.length));
      } catch (ReflectiveOperationException | RuntimeException e) {
        throw new ArgumentException(
            "the record "
                + type.getName()
                + " cannot be made, as its module hides it: make it a public record of an exported"
                + " package, or add \"opens "
                + type.getPackageName()
                + " to io.alchemy.core\" to "
                + type.getModule()
                + "'s module-info.java",
            e);
      }
    }
  }

  private final Class<T> type;
  private final Made made;
  private final int[] positions;

  private RecordMaker(Class<T> type, Made made, int[] positions) {
    this.type = type;
    this.made = made;
    this.positions = positions;
  }

  /** Makes {@code type} of rows whose columns have these names. */
  static <T> RecordMaker<T> of(Class<T> type, List<String> names) {
    List<@Nullable String> known = new ArrayList<>(names);
    return new RecordMaker<>(type, CLASSES.get(type), RecordFields.positions(type, known));
  }

  T make(@Nullable Object[] values) {
    @Nullable Object[] arguments = new @Nullable Object[positions.length];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = argument(made.components[i], values[positions[i]]);
    }
    try {
      return type.cast(made.constructor.invoke(arguments));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new ArgumentException("the constructor of " + type.getName() + " failed", e);
    }
  }

  private @Nullable Object argument(RecordComponent component, @Nullable Object value) {
    if (value instanceof List<?> list) {
      return list(component, list);
    }
    return Conversion.to(
        value, component.getType(), type.getSimpleName() + "." + component.getName());
  }

  /** Rows inside a list become the record that the component's type argument names. */
  private static Object list(RecordComponent component, List<?> list) {
    Type generic = component.getGenericType();
    boolean records = !list.isEmpty()
        && list.get(0) instanceof Row
        && generic instanceof ParameterizedType parameterized
        && parameterized.getActualTypeArguments()[0] instanceof Class<?> element
        && element.isRecord();
    if (!records) {
      return list;
    }
    Class<?> element = (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0];
    List<Object> made = new ArrayList<>(list.size());
    for (Object row : list) {
      made.add(((Row) row).into(element));
    }
    return made;
  }
}

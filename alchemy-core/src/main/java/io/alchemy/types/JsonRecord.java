package io.alchemy.types;

import io.alchemy.error.ArgumentException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record as a JSON object, by component name. A key that is missing reads as null, one too many is passed over. */
final class JsonRecord implements JsonShape {
  private record Component(String name, Class<?> javaType, Method accessor, JsonShape shape) {}

  private final Class<?> javaType;
  private final Constructor<?> constructor;
  private final List<Component> components = new ArrayList<>();

  JsonRecord(Class<?> javaType, List<Class<?>> around) {
    this.javaType = javaType;
    if (around.contains(javaType)) {
      throw new ArgumentException(
          "The record "
              + javaType.getName()
              + " contains itself, which jsonOf(…) cannot keep: use jsonObject(), or extend UserDefinedType");
    }
    List<Class<?>> inside = new ArrayList<>(around);
    inside.add(javaType);
    RecordComponent[] declared = javaType.getRecordComponents();
    try {
      constructor = javaType.getDeclaredConstructor(
          Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      for (RecordComponent component : declared) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        components.add(new Component(
            component.getName(),
            component.getType(),
            accessor,
            JsonShape.of(component.getGenericType(), inside)));
      }
    } catch (NoSuchMethodException | RuntimeException e) {
      throw new ArgumentException(
          "The record " + javaType.getName() + " cannot be kept as JSON: " + e.getMessage(), e);
    }
  }

  @Override
  public Object toTree(Object value) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    for (Component component : components) {
      try {
        tree.put(
            component.name(),
            JsonShape.toTree(component.shape(), component.accessor().invoke(value)));
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new ArgumentException(
            javaType.getName() + "." + component.name() + "() failed when it was written as JSON",
            e);
      }
    }
    return tree;
  }

  @Override
  public Object fromTree(Object tree) {
    if (!(tree instanceof Map<?, ?> object)) {
      throw new ArgumentException(
          "The JSON for " + javaType.getName() + " is not an object: " + JsonWriter.write(tree));
    }
    @Nullable Object[] arguments = new Object[components.size()];
    for (int i = 0; i < arguments.length; i++) {
      Component component = components.get(i);
      arguments[i] = JsonShape.fromTree(component.shape(), object.get(component.name()));
      if (arguments[i] == null && component.javaType().isPrimitive()) {
        throw new ArgumentException("The JSON for "
            + javaType.getName()
            + " has no value for its primitive component "
            + component.name());
      }
    }
    try {
      return constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new ArgumentException(
          javaType.getName() + " could not be made from its JSON", e.getCause());
    }
  }
}

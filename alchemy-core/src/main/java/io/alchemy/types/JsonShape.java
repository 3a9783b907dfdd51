package io.alchemy.types;

import io.alchemy.error.ArgumentException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How values of a Java type look as JSON. Resolved once for a type, by reflection, and refused then if values could not be
 * read back. Null is JSON's null everywhere, and never reaches a shape.
 */
interface JsonShape {
  /** The value as maps, lists, text, numbers, booleans and null. */
  Object toTree(Object value);

  /** What {@link #toTree} gave, back. */
  Object fromTree(Object tree);

  static @Nullable Object toTree(JsonShape shape, @Nullable Object value) {
    return value == null ? null : shape.toTree(value);
  }

  static @Nullable Object fromTree(JsonShape shape, @Nullable Object tree) {
    return tree == null ? null : shape.fromTree(tree);
  }

  static JsonShape of(Type type) {
    return of(type, List.of());
  }

  /** As {@link #of(Type)}, inside the records {@code around}. */
  static JsonShape of(Type type, List<Class<?>> around) {
    if (type instanceof ParameterizedType generic) {
      return ofGeneric(generic, around);
    }
    if (type == Object.class || type == Map.class || type == List.class || type == Number.class) {
      return new Plain();
    }
    if (type instanceof Class<?> javaType) {
      return javaType.isRecord()
          ? new JsonRecord(javaType, around)
          : new Scalar(Types.of(javaType));
    }
    throw unknown(type);
  }

  private static JsonShape ofGeneric(ParameterizedType type, List<Class<?>> around) {
    Type[] arguments = type.getActualTypeArguments();
    Type raw = type.getRawType();
    if (raw == List.class || raw == Collection.class) {
      return new Elements(of(arguments[0], around), ArrayList::new);
    }
    if (raw == Set.class) {
      return new Elements(of(arguments[0], around), LinkedHashSet::new);
    }
    if (raw == Map.class && arguments[0] == String.class) {
      return new Entries(of(arguments[1], around));
    }
    throw unknown(type);
  }

  private static ArgumentException unknown(Type type) {
    return new ArgumentException("JSON values of "
        + type.getTypeName()
        + " could not be read back: use records, List, Set, Map<String, …>, text, numbers, booleans,"
        + " enums, dates and UUIDs, or extend UserDefinedType");
  }

  /** What JSON has itself, whatever it is. */
  record Plain() implements JsonShape {
    @Override
    public Object toTree(Object value) {
      return value;
    }

    @Override
    public Object fromTree(Object tree) {
      return tree;
    }
  }

  /** A value of a type that a column could have: numbers and booleans as they are, all else as text. */
  record Scalar(SqlType<?> type) implements JsonShape {
    @Override
    public Object toTree(Object value) {
      return isPlain() ? value : ArrayType.text(type, value);
    }

    @Override
    public Object fromTree(Object tree) {
      Object value = tree instanceof String text && !isPlain() ? ArrayType.value(type, text) : tree;
      Object converted = type.convert(value);
      return converted == null ? value : converted;
    }

    private boolean isPlain() {
      return type.family() == TypeFamily.NUMBER
          || type.family() == TypeFamily.BOOLEAN
          || type.family() == TypeFamily.TEXT;
    }
  }

  /** A list or a set. */
  record Elements(JsonShape element, Function<List<@Nullable Object>, Collection<?>> collect)
      implements JsonShape {
    @Override
    public Object toTree(Object value) {
      List<@Nullable Object> trees = new ArrayList<>();
      for (Object one : (Collection<?>) value) {
        trees.add(JsonShape.toTree(element, one));
      }
      return trees;
    }

    @Override
    public Object fromTree(Object tree) {
      List<@Nullable Object> values = new ArrayList<>();
      for (Object one : (List<?>) tree) {
        values.add(JsonShape.fromTree(element, one));
      }
      return collect.apply(values);
    }
  }

  /** A map with text keys. */
  record Entries(JsonShape value) implements JsonShape {
    @Override
    public Object toTree(Object map) {
      Map<Object, @Nullable Object> trees = new LinkedHashMap<>();
      ((Map<?, ?>) map).forEach((key, one) -> trees.put(key, JsonShape.toTree(value, one)));
      return trees;
    }

    @Override
    public Object fromTree(Object tree) {
      Map<Object, @Nullable Object> values = new LinkedHashMap<>();
      ((Map<?, ?>) tree).forEach((key, one) -> values.put(key, JsonShape.fromTree(value, one)));
      return values;
    }
  }
}

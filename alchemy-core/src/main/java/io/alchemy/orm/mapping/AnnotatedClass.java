package io.alchemy.orm.mapping;

import io.alchemy.orm.instrument.PreparedClass;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A class with its persistent fields, inherited ones first, as its annotations are read. */
final class AnnotatedClass {
  private final Class<?> type;
  private final List<PersistentField> fields = new ArrayList<>();

  /** A persistent field. */
  record PersistentField(String name, Field field) {
    boolean is(Class<? extends Annotation> annotation) {
      return field.isAnnotationPresent(annotation);
    }

    boolean isRelationship() {
      return is(OneToMany.class)
          || is(ManyToOne.class)
          || is(OneToOne.class)
          || is(ManyToMany.class);
    }
  }

  AnnotatedClass(Class<?> type) {
    this.type = type;
    PreparedClass prepared = PreparedClass.of(type);
    for (int attribute = 0; attribute < prepared.size(); attribute++) {
      String name = prepared.name(attribute);
      Field field = field(type, name);
      if (field != null) {
        fields.add(new PersistentField(name, field));
      }
    }
  }

  private static @Nullable Field field(Class<?> type, String name) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      for (Field field : each.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return field;
        }
      }
    }
    return null;
  }

  Class<?> type() {
    return type;
  }

  List<PersistentField> fields() {
    return fields;
  }

  List<PersistentField> ids() {
    return fields.stream().filter(field -> field.is(Id.class)).toList();
  }

  String name(PersistentField field) {
    return type.getSimpleName() + "." + field.name();
  }

  /** What other names are made from: {@code @Entity(name)}, else the class's own. */
  String entityName() {
    Entity entity = type.getAnnotation(Entity.class);
    return entity == null || entity.name().isEmpty() ? type.getSimpleName() : entity.name();
  }

  String tableName() {
    Table table = type.getAnnotation(Table.class);
    return AnnotationNames.or(table == null ? "" : table.name(), entityName());
  }

  @Nullable
  String schema() {
    Table table = type.getAnnotation(Table.class);
    return table == null || table.schema().isEmpty() ? null : table.schema();
  }

  /** The class of a field's values, or of its members; null where the declaration does not say. */
  @Nullable
  Class<?> valueType(PersistentField field) {
    Type declared = field.field().getGenericType();
    if (declared instanceof ParameterizedType parameterized) {
      Type[] arguments = parameterized.getActualTypeArguments();
      return raw(arguments[arguments.length - 1], field.field());
    }
    return raw(declared, field.field());
  }

  private @Nullable Class<?> raw(Type type, Field field) {
    if (type instanceof Class<?> raw) {
      return raw;
    }
    if (type instanceof ParameterizedType parameterized) {
      return (Class<?>) parameterized.getRawType();
    }
    if (type instanceof TypeVariable<?> variable) {
      Type bound = GenericTypes.bindings(this.type).get(variable);
      return bound == null || bound == type ? null : raw(bound, field);
    }
    return null;
  }

  /** What the type variables of generic superclasses stand for in one class. */
  private static final class GenericTypes {
    static Map<TypeVariable<?>, Type> bindings(Class<?> type) {
      Map<TypeVariable<?>, Type> bindings = new java.util.HashMap<>();
      for (Class<?> each = type; each != null; each = each.getSuperclass()) {
        if (each.getGenericSuperclass() instanceof ParameterizedType parent) {
          TypeVariable<?>[] variables = each.getSuperclass().getTypeParameters();
          for (int i = 0; i < variables.length; i++) {
            Type argument = parent.getActualTypeArguments()[i];
            bindings.put(variables[i], bindings.getOrDefault(argument, argument));
          }
        }
      }
      return bindings;
    }
  }
}

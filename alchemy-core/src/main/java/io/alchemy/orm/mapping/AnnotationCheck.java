package io.alchemy.orm.mapping;

import io.alchemy.orm.mapping.AnnotatedClass.PersistentField;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Set;

/** Refuses by name what annotations say and is not done: silence would be another mapping than the one written. */
final class AnnotationCheck {
  private static final String STANDARD = Entity.class.getPackageName();
  private static final Set<Class<? extends Annotation>> ON_CLASSES =
      Set.of(Entity.class, Table.class, MappedSuperclass.class);
  private static final Set<Class<? extends Annotation>> ON_FIELDS = Set.of(
      Id.class,
      GeneratedValue.class,
      Column.class,
      Version.class,
      Enumerated.class,
      Lob.class,
      Transient.class,
      Basic.class,
      OneToMany.class,
      ManyToOne.class,
      OneToOne.class,
      ManyToMany.class,
      JoinTable.class,
      JoinColumn.class,
      OrderBy.class,
      MapKey.class);

  private final Problems problems;

  AnnotationCheck(Problems problems) {
    this.problems = problems;
  }

  void check(AnnotatedClass annotated) {
    for (Class<?> each = annotated.type(); each != null; each = each.getSuperclass()) {
      check(each, each.getSimpleName(), ON_CLASSES);
      for (Method method : each.getDeclaredMethods()) {
        checkMethod(each, method);
      }
      if (each != annotated.type() && each.isAnnotationPresent(Entity.class)) {
        problems.add(
            annotated.type().getSimpleName()
                + " extends the entity "
                + each.getSimpleName()
                + ", but inheritance between mapped classes is not supported",
            "Make "
                + each.getSimpleName()
                + " a @MappedSuperclass, or relate the two classes instead");
      }
    }
    for (PersistentField field : annotated.fields()) {
      check(field.field(), annotated.name(field), ON_FIELDS);
      checkDetails(annotated, field);
    }
  }

  private void check(
      AnnotatedElement element, String name, Set<Class<? extends Annotation>> known) {
    for (Annotation annotation : element.getDeclaredAnnotations()) {
      Class<? extends Annotation> type = annotation.annotationType();
      if (type.getPackageName().equals(STANDARD) && !known.contains(type)) {
        problems.add(
            name + " is annotated @" + type.getSimpleName() + ", which is not supported",
            "Remove it; what it says can often be said with registry.map(…), columns of a type of your own, or"
                + " relationships");
      }
    }
  }

  private void checkMethod(Class<?> type, Method method) {
    for (Annotation annotation : method.getDeclaredAnnotations()) {
      Class<? extends Annotation> kind = annotation.annotationType();
      if (kind.getPackageName().equals(STANDARD) && kind != Transient.class) {
        problems.add(
            type.getSimpleName()
                + "."
                + method.getName()
                + "() is annotated @"
                + kind.getSimpleName()
                + ", but mappings are read from fields, and there are no callbacks",
            "Move the annotation to the field, or remove it");
      }
    }
  }

  private void checkDetails(AnnotatedClass annotated, PersistentField persistent) {
    String name = annotated.name(persistent);
    Column column = persistent.field().getAnnotation(Column.class);
    if (column != null) {
      refuse(
          !column.insertable() || !column.updatable(),
          name,
          "@Column(insertable/updatable = false)");
      refuse(!column.columnDefinition().isEmpty(), name, "@Column(columnDefinition)");
      refuse(!column.table().isEmpty(), name, "@Column(table)");
    }
    JoinColumn join = persistent.field().getAnnotation(JoinColumn.class);
    if (join != null) {
      refuse(
          !join.insertable() || !join.updatable(),
          name,
          "@JoinColumn(insertable/updatable = false)");
      refuse(!join.columnDefinition().isEmpty(), name, "@JoinColumn(columnDefinition)");
      refuse(!join.table().isEmpty(), name, "@JoinColumn(table)");
    }
  }

  private void refuse(boolean said, String name, String what) {
    if (said) {
      problems.add(
          name + " says " + what + ", which is not supported",
          "Remove it, or map the class to a table with registry.map(…)");
    }
  }
}

package io.alchemy.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Which classes are mapped and which fields are persistent, as declarations say it. */
final class MappedTypes {
  static final String MAPPED = "io.alchemy.orm.Mapped";
  static final String ENTITY = "jakarta.persistence.Entity";
  static final String MAPPED_SUPERCLASS = "jakarta.persistence.MappedSuperclass";
  private static final String TRANSIENT = "jakarta.persistence.Transient";

  private MappedTypes() {}

  /** Whether rows become instances of the class. */
  static boolean isMapped(Element type) {
    return has(type, Set.of(MAPPED, ENTITY));
  }

  /** Whether the class itself asks to be prepared. */
  static boolean isAnnotated(Element type) {
    return has(type, Set.of(MAPPED, ENTITY, MAPPED_SUPERCLASS));
  }

  private static boolean has(Element element, Set<String> annotations) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
      if (annotations.contains(type.getQualifiedName().toString())) {
        return true;
      }
    }
    return false;
  }

  /** The persistent fields that the class declares itself, in order. */
  static List<VariableElement> ownFields(TypeElement type) {
    List<VariableElement> fields = new ArrayList<>();
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      Set<Modifier> modifiers = field.getModifiers();
      if (!modifiers.contains(Modifier.STATIC)
          && !modifiers.contains(Modifier.TRANSIENT)
          && !has(field, Set.of(TRANSIENT))) {
        fields.add(field);
      }
    }
    return fields;
  }

  /** The superclass; null at the top. */
  static @Nullable TypeElement superclass(TypeElement type) {
    TypeMirror parent = type.getSuperclass();
    if (parent.getKind() != TypeKind.DECLARED) {
      return null;
    }
    TypeElement element = (TypeElement) ((DeclaredType) parent).asElement();
    return element.getQualifiedName().contentEquals("java.lang.Object") ? null : element;
  }

  /** Every class declared inside, the element itself first. */
  static List<TypeElement> withNested(TypeElement type) {
    List<TypeElement> all = new ArrayList<>();
    all.add(type);
    for (TypeElement nested : ElementFilter.typesIn(type.getEnclosedElements())) {
      all.addAll(withNested(nested));
    }
    return all;
  }

  static boolean isNestedAndPrivate(TypeElement type) {
    for (Element each = type; each instanceof TypeElement; ) {
      if (each.getModifiers().contains(Modifier.PRIVATE)) {
        return true;
      }
      each = each.getEnclosingElement();
    }
    return false;
  }
}

package io.alchemy.processor;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** What a declaration must be like to be prepared. Each complaint says what to do. */
final class DeclarationCheck {
  private static final String PREPARED = "io.alchemy.orm.instrument.Prepared";

  private final Predicate<TypeElement> isCompiledHere;
  private final boolean preparesHere;
  private final BiConsumer<Element, String> report;

  /**
   * @param isCompiledHere whether this compilation has the source of a class
   * @param preparesHere whether this compilation prepares classes, and its superclasses must be prepared therefore
   * @param report takes each complaint and where it belongs
   */
  DeclarationCheck(
      Predicate<TypeElement> isCompiledHere,
      boolean preparesHere,
      BiConsumer<Element, String> report) {
    this.isCompiledHere = isCompiledHere;
    this.preparesHere = preparesHere;
    this.report = report;
  }

  void check(TypeElement type) {
    if (type.getKind() != ElementKind.CLASS) {
      report.accept(
          type,
          type.getQualifiedName()
              + " cannot be mapped, it is "
              + (type.getKind() == ElementKind.RECORD
                  ? "a record, whose fields never change: make it a class (a record can be the value of an attribute)."
                  : "no class: make it one."));
      return;
    }
    if (type.getNestingKind() == NestingKind.LOCAL || isInner(type)) {
      report.accept(
          type,
          type.getSimpleName()
              + " cannot be mapped, it is an inner or local class, and nobody could make one for a row: declare it"
              + " static, or at the top level.");
    }
    checkFields(type);
    TypeElement up = MappedTypes.superclass(type);
    while (up != null && isCompiledHere.test(up)) {
      if (!MappedTypes.isAnnotated(up)) {
        checkFields(up);
      }
      up = MappedTypes.superclass(up);
    }
    if (up != null && preparesHere) {
      checkForeign(type, up);
    }
  }

  private static boolean isInner(TypeElement type) {
    return type.getNestingKind() == NestingKind.MEMBER
        && !type.getModifiers().contains(Modifier.STATIC);
  }

  private void checkFields(TypeElement type) {
    for (VariableElement field : MappedTypes.ownFields(type)) {
      Set<Modifier> modifiers = field.getModifiers();
      String name = type.getSimpleName() + "." + field.getSimpleName();
      if (modifiers.contains(Modifier.FINAL)) {
        report.accept(
            field,
            name
                + " is final, and a persistent field is set when its row is loaded: remove final, or mark the field"
                + " transient (or @Transient) if it is not kept in the database.");
      } else if (!modifiers.contains(Modifier.PRIVATE)) {
        report.accept(
            field,
            name
                + " is not private, so that other classes could read and write it unseen: make it private, or mark it"
                + " transient (or @Transient) if it is not kept in the database.");
      }
    }
  }

  /** A superclass that another compilation made must have been prepared there, or have nothing to prepare. */
  private void checkForeign(TypeElement type, TypeElement superclass) {
    for (TypeElement up = superclass; up != null; up = MappedTypes.superclass(up)) {
      String name = up.getQualifiedName().toString();
      if (isPrepared(up) || name.startsWith("java.") || name.startsWith("javax.")) {
        return;
      }
      List<VariableElement> fields = MappedTypes.ownFields(up);
      if (MappedTypes.isAnnotated(up) || !fields.isEmpty()) {
        report.accept(
            type,
            type.getSimpleName()
                + " is mapped, and its superclass "
                + name
                + " was compiled without being prepared"
                + (fields.isEmpty() ? "" : ", its fields " + fields + " cannot be kept")
                + ". Annotate it with @MappedSuperclass and compile it with alchemy-processor on the annotation processor"
                + " path; or extend another class.");
        return;
      }
    }
  }

  static boolean isPrepared(TypeElement type) {
    for (TypeMirror implemented : type.getInterfaces()) {
      if (implemented instanceof DeclaredType declared
          && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(PREPARED)) {
        return true;
      }
    }
    return false;
  }
}

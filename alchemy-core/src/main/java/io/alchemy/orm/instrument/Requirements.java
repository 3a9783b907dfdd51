package io.alchemy.orm.instrument;

import io.alchemy.error.NotPreparedException;
import org.objectweb.asm.Opcodes;

/** What a class must be like to be prepared, and the cure where it is not. */
final class Requirements {
  private Requirements() {}

  static void check(ClassFacts type, Transformation others) {
    if ("java/lang/Record".equals(type.superName())) {
      throw refuse(
          type,
          "is a record: its fields never change",
          "make it a class; a record can be the value of an attribute");
    }
    if (type.is(Opcodes.ACC_ENUM)) {
      throw refuse(type, "is an enum", "make it a class; an enum can be the value of an attribute");
    }
    if (type.is(Opcodes.ACC_INTERFACE)) {
      throw refuse(type, "is an interface", "map the classes that implement it");
    }
    if (type.needsSurroundings()) {
      throw refuse(
          type,
          "is an inner or local class: nobody could make one for a row",
          "declare it static, or at the top level");
    }
    for (ClassFacts.Field field : type.fields()) {
      check(type, field);
    }
    checkParent(type, others);
  }

  private static void check(ClassFacts type, ClassFacts.Field field) {
    String where = "." + field.name();
    if (field.is(Opcodes.ACC_FINAL)) {
      throw new NotPreparedException(type + where
          + " is final, and a persistent field is set when its row is loaded: remove final, or mark it transient"
          + " (or @Transient) if it is not kept in the database.");
    }
    if (!field.is(Opcodes.ACC_PRIVATE)) {
      throw new NotPreparedException(type + where
          + " is not private, so that other classes could read and write it unseen: make it private, or mark it"
          + " transient (or @Transient) if it is not kept in the database.");
    }
  }

  private static void checkParent(ClassFacts type, Transformation others) {
    String up = type.superName();
    if (up == null || up.equals("java/lang/Object")) {
      return;
    }
    ClassFacts parent = others.facts(up);
    if (parent == null || others.isPrepared(parent)) {
      return;
    }
    if (!parent.hasPlainConstructor()) {
      throw refuse(
          type,
          "extends " + parent + ", which is not prepared and has no constructor without arguments",
          "give it one, or compile it together with alchemy-processor");
    }
  }

  private static NotPreparedException refuse(ClassFacts type, String what, String cure) {
    return new NotPreparedException(
        type + " is mapped and cannot be prepared: it " + what + ". The cure: " + cure + ".");
  }
}

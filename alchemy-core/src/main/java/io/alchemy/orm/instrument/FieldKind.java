package io.alchemy.orm.instrument;

import org.objectweb.asm.Type;

/** How a persistent field's reads and writes are met, which its type alone decides: registries come later. */
enum FieldKind {
  /** A primitive: boxed only when there is something to record. */
  PRIMITIVE,
  /** A type of the platform that no mapped class can be. */
  VALUE,
  /** Anything that may turn out to be another mapped object. */
  REFERENCE,
  /** One of the four collection interfaces, which may turn out to hold mapped objects. */
  COLLECTION;

  static FieldKind of(String descriptor) {
    switch (descriptor) {
      case "Ljava/util/Collection;", "Ljava/util/List;", "Ljava/util/Set;", "Ljava/util/Map;" -> {
        return COLLECTION;
      }
      // What a type variable becomes when it is erased.
      case "Ljava/lang/Object;", "Ljava/lang/Comparable;", "Ljava/io/Serializable;" -> {
        return REFERENCE;
      }
      default -> {
        int sort = Type.getType(descriptor).getSort();
        if (sort != Type.OBJECT && sort != Type.ARRAY) {
          return PRIMITIVE;
        }
        return sort == Type.ARRAY || descriptor.startsWith("Ljava/") ? VALUE : REFERENCE;
      }
    }
  }
}

package io.alchemy.orm.mapping;

import io.alchemy.error.MappingException;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.instrument.PreparedClass;
import java.lang.reflect.Modifier;

/** Makes the one instance of a mapped class that all others are made from. */
final class Prototypes {
  private Prototypes() {}

  static Prepared of(Class<?> type) {
    if (type.isInterface()
        || type.isEnum()
        || type.isRecord()
        || Modifier.isAbstract(type.getModifiers())) {
      throw new MappingException(type.getName()
          + " cannot be mapped: a mapped class is one that has instances with state, not an interface, enum, record or"
          + " abstract class.");
    }
    Prepared prototype = PreparedClass.of(type).prototype();
    if (prototype == null) {
      throw new MappingException(type.getName() + " is abstract, so that no row can become one.");
    }
    return prototype;
  }
}

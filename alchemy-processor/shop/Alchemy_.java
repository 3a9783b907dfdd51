package shop;

import io.alchemy.orm.instrument.Preparation;
import java.lang.invoke.MethodHandles;

/**
 * Lets Alchemy prepare this package's mapped classes when they are first touched.
 */
final class Alchemy_ {
  static {
    Preparation.open(MethodHandles.lookup());
  }

  private Alchemy_() {
  }
}

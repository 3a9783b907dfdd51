package io.alchemy.orm.instrument;

/** Marks the constructor that the transformation adds, the one that runs no field initializer. It has no instances. */
public final class Blank {
  private Blank() {}
}

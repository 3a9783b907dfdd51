package io.alchemy.schema;

import io.alchemy.error.ArgumentException;

/**
 * A sequence that a column's values are drawn from, on databases that have sequences; others use what they have instead. It is
 * one of the default schema, whatever the schema of the table.
 *
 * @param isOptional whether it is only for databases that cannot generate a primary key by themselves
 * @param start the first value
 * @param increment the distance from one value to the next, not 0
 */
public record Sequence(String name, boolean isOptional, long start, long increment) {
  public Sequence {
    if (increment == 0) {
      throw new ArgumentException("The sequence " + name + " cannot have the increment 0");
    }
  }

  /** A sequence that counts 1, 2, 3, …, created and used on every database that has sequences. */
  public static Sequence of(String name) {
    return new Sequence(name, false, 1, 1);
  }

  /** The same, but unused where the database generates keys by itself. */
  public Sequence optional() {
    return new Sequence(name, true, start, increment);
  }

  public Sequence startingAt(long first) {
    return new Sequence(name, isOptional, first, increment);
  }

  public Sequence incrementedBy(long distance) {
    return new Sequence(name, isOptional, start, distance);
  }
}

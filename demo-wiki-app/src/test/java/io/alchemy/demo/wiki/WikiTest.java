package io.alchemy.demo.wiki;

/** A running wiki to visit. The tests are in the interfaces beside this one, and run on every database. */
interface WikiTest {
  /** Somebody who was never here. */
  Visitor visitor();

  /** A word that no other test uses, so that tests can share a wiki. */
  static String word() {
    return "w" + Long.toString(Math.abs(java.util.UUID.randomUUID().getMostSignificantBits()), 36);
  }
}

package io.alchemy.orm.instrument;

import java.util.Collection;

/**
 * A collection that watches itself: every change, by whatever verb, is recorded in its owner's state, answered by the
 * other side of the relationship, and told to the session.
 */
public interface InstrumentedCollection {
  RelationshipEnd end();

  /** The members in order, without loading and without a copy. */
  Collection<Object> members();

  /** Replaces the content by loaded members; nothing is recorded. */
  void fill(Collection<?> loaded);

  /** Adds without recording: the loader, and the other side's sync, use it. */
  void addSilently(Object member);

  /** Removes without recording. */
  void removeSilently(Object member);
}

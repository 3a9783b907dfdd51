package io.alchemy.orm.instrument;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A collection that watches itself: every change, by whatever verb, is recorded in its owner's state, answered by the
 * other side of the relationship, and told to the session.
 */
public interface InstrumentedCollection {
  /** The instance whose attribute this is. */
  Prepared owner();

  RelationshipEnd end();

  /** The members in order, without loading and without a copy. */
  Collection<Object> members();

  /** Replaces the content by loaded members; nothing is recorded. */
  void fill(Collection<?> loaded);

  /** The members in a collection, of a map in a map, that nobody watches. */
  Object plain();

  /** The user puts other content in place of this one: a collection, of a map a map; null empties it. */
  void replace(@Nullable Object content);

  /** Adds without recording: the loader, and the other side's sync, use it. */
  void addSilently(Object member);

  /** Removes the very member, wherever it is, without recording. */
  void removeSilently(Object member);

  /** Whether the very object, not merely one that is equal, is a member; without loading. */
  default boolean holds(Object member) {
    for (Object each : members()) {
      if (each == member) {
        return true;
      }
    }
    return false;
  }
}

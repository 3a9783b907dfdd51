package io.alchemy.orm.instrument;

import org.jspecify.annotations.Nullable;

/** What an instance's state tells, and asks of, whoever owns it: the session. */
public interface StateOwner {
  /** Loads {@code attribute}, and whatever is best loaded with it, into the instance. Afterwards it counts as loaded. */
  void load(InstanceState state, Object instance, int attribute);

  /**
   * What a reference that is not loaded would be, if that is known without a statement: the identity map has it, or its
   * foreign key is null. A reference whose other side has the foreign key is loaded. Called when another object takes its
   * place, so that the side it leaves can be kept in step.
   *
   * @return {@link InstanceState#NOT_LOADED} where a statement would be needed
   */
  default @Nullable Object known(InstanceState state, Object instance, RelationshipEnd end) {
    return InstanceState.NOT_LOADED;
  }

  /** Called before the first change of an instance since its last flush: it must not be collected until the next. */
  void changed(InstanceState state, Object instance);

  /** Called when a user was given a value that can change in place: the instance must not be collected any more. */
  default void gaveOut(InstanceState state, Object instance) {}

  /** Called when {@code member} was put into a relationship of {@code instance}, by its user or by a backref. */
  void added(
      InstanceState state, Object instance, RelationshipEnd end, Object member, boolean byBackref);

  /** Called when {@code member} was taken out of a relationship of {@code instance}, by its user or by a backref. */
  void removed(
      InstanceState state, Object instance, RelationshipEnd end, Object member, boolean byBackref);

  /** A name for messages, null where there is nothing to say. */
  default @Nullable String describe() {
    return null;
  }
}

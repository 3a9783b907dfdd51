package io.alchemy.orm;

/** What a session does to the members of a relationship when it does it to their owner. */
public enum Cascade {
  /** Members come into the session with their owner, and when they are put into an owner that is in it. */
  SAVE_UPDATE,
  /** {@link Session#merge} merges the members that the given instance has loaded. */
  MERGE,
  /** {@link Session#expunge} lets go of the loaded members too. */
  EXPUNGE,
  /** {@link Session#refresh(Object)} and {@link Session#expire(Object)} are about the loaded members too. */
  REFRESH_EXPIRE,
  /** Members are deleted with their owner; those that are not loaded are loaded first. */
  DELETE,
  /**
   * A member that was taken out of the relationship is deleted, unless it was put into another owner's by the next flush.
   * A flush before a lazy load, or before {@link Session#get}, does not decide that: it waits while a member is between
   * two owners. A flush before a query does.
   */
  DELETE_ORPHAN,
  /** All of these but {@link #DELETE_ORPHAN}. */
  ALL
}

package io.alchemy.orm;

public enum Cascade {
  SAVE_UPDATE,
  MERGE,
  EXPUNGE,
  REFRESH_EXPIRE,
  DELETE,
  DELETE_ORPHAN,
  ALL
}

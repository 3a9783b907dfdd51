package io.alchemy.orm;

public enum Loading {
  BATCH,
  SELECT,
  JOINED,
  SUBQUERY,
  SELECTIN,
  IMMEDIATE,
  RAISE,
  NONE
}

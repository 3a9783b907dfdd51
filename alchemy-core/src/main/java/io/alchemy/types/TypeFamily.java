package io.alchemy.types;

/** Groups types by the operators that make sense on them. */
public enum TypeFamily {
  NUMBER,
  TEXT,
  BOOLEAN,
  TEMPORAL,
  BINARY,
  UUID,
  ENUM,
  JSON,
  ARRAY,
  OTHER
}

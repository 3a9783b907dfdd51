package io.alchemy.orm;

/** When a session writes its pending changes. */
public enum FlushMode {
  /** Before a query that the changes could reach, and at commit. */
  AUTO,
  /** At commit. */
  COMMIT,
  /** Only when {@link Session#flush} is called: a commit leaves changes unwritten, and warns by name. */
  MANUAL
}

package io.alchemy.spring.test;

/** Which database tests use. */
public enum TestDatabase {
  /**
   * SQLite in memory, one for each application context, in place of whatever the application configures. A database that was
   * made for the test is kept: a Testcontainers service connection, or a URL from {@code @DynamicPropertySource} or from
   * the test's own properties.
   */
  IN_MEMORY,

  /** What the application configures. */
  APPLICATION
}

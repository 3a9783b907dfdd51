/** Captures the SQL that an engine sends, so that tests can assert on it. Also prepares mapped classes when JUnit starts. */
@NullMarked
package io.alchemy.test;

import org.jspecify.annotations.NullMarked;

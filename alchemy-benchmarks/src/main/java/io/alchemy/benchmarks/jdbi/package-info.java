/** Jdbi: SQL by hand, rows made into objects by row mappers. */
@NullMarked
package io.alchemy.benchmarks.jdbi;

import org.jspecify.annotations.NullMarked;

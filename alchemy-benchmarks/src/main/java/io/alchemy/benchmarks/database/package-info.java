/** The databases that stacks run on, each stack on a copy of its own. They are seeded with the same rows. */
@NullMarked
package io.alchemy.benchmarks.database;

import org.jspecify.annotations.NullMarked;

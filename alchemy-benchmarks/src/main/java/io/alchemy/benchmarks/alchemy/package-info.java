/** Alchemy's two halves: Core, with rows made into objects by the statement, and the ORM, with sessions. */
@NullMarked
package io.alchemy.benchmarks.alchemy;

import org.jspecify.annotations.NullMarked;

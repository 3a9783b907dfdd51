/** jOOQ, whose open-source edition needs Java 21. */
@NullMarked
package io.alchemy.benchmarks.jooq;

import org.jspecify.annotations.NullMarked;

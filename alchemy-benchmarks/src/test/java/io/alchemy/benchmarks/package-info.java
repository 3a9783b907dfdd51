/** That what is measured is right: no time is asserted here. */
@NullMarked
package io.alchemy.benchmarks;

import org.jspecify.annotations.NullMarked;

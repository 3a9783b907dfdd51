/** What becomes of time and memory when there is more of everything: rows, objects, classes, threads. The programs behind {@code scale.sh}. */
@NullMarked
package io.alchemy.benchmarks.scale;

import org.jspecify.annotations.NullMarked;

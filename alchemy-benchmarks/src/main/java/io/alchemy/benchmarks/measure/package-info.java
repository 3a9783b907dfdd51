/** Worker processes, one for each stack, and the coordinator that lets them take turns. Ratios are between stacks in the same round. */
@NullMarked
package io.alchemy.benchmarks.measure;

import org.jspecify.annotations.NullMarked;

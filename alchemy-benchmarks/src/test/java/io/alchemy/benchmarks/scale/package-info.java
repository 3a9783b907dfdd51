/** What stays the same on any machine: bytes and statements. */
@NullMarked
package io.alchemy.benchmarks.scale;

import org.jspecify.annotations.NullMarked;

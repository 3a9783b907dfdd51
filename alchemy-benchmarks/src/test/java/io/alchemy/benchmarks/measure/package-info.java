/** What stays the same on any machine: bytes and statements. */
@NullMarked
package io.alchemy.benchmarks.measure;

import org.jspecify.annotations.NullMarked;

/** That what is saved is what was measured, and says when. */
@NullMarked
package io.alchemy.benchmarks.report;

import org.jspecify.annotations.NullMarked;

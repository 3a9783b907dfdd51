/** The table, the targets and the chart. They are made of the saved results alone. */
@NullMarked
package io.alchemy.benchmarks.report;

import org.jspecify.annotations.NullMarked;

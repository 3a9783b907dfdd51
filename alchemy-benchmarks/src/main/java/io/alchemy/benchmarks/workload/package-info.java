/** The work that is measured, one class for each kind. What it must come to is said by what raw JDBC makes of it. */
@NullMarked
package io.alchemy.benchmarks.workload;

import org.jspecify.annotations.NullMarked;

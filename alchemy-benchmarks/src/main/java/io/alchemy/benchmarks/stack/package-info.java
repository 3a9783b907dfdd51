/** A way to talk to a database, as an interface with one method for each workload. The libraries are in packages of their own. */
@NullMarked
package io.alchemy.benchmarks.stack;

import org.jspecify.annotations.NullMarked;

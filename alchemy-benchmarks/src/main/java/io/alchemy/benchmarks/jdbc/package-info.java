/** Raw JDBC: what the other stacks are compared with. SQL by hand, statements kept open, columns read by position. */
@NullMarked
package io.alchemy.benchmarks.jdbc;

import org.jspecify.annotations.NullMarked;

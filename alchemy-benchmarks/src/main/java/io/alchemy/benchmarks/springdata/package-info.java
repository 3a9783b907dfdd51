/** Spring Data JDBC, configured without Spring Boot; what its queries cannot say is SQL by hand, run by the template beneath. */
@NullMarked
package io.alchemy.benchmarks.springdata;

import org.jspecify.annotations.NullMarked;

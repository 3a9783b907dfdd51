/** MyBatis: SQL by hand in mappers, rows made into objects by result maps. */
@NullMarked
package io.alchemy.benchmarks.mybatis;

import org.jspecify.annotations.NullMarked;

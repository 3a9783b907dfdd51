/** Turns statements into SQL text and a bind plan, once a shape; keeps what it made in a cache. */
@NullMarked
package io.alchemy.compile;

import org.jspecify.annotations.NullMarked;

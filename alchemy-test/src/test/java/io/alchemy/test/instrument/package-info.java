/** Tests of prepared classes, with no database: what reads, writes and collections tell, and whom. */
@NullMarked
package io.alchemy.test.instrument;

import org.jspecify.annotations.NullMarked;

/** H2 through its own driver, in its regular mode or another. Its errors are told apart by SQLState. */
@NullMarked
package io.alchemy.dialect.h2;

import org.jspecify.annotations.NullMarked;

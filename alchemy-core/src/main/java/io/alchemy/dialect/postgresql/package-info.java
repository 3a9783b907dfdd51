/** PostgreSQL through its own driver. Its errors are told apart by SQLState. */
@NullMarked
package io.alchemy.dialect.postgresql;

import org.jspecify.annotations.NullMarked;

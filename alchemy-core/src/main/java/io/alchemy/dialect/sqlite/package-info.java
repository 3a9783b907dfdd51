/** SQLite through the Xerial driver. Its errors are told apart by SQLite's own result codes, since the driver gives no SQLState. */
@NullMarked
package io.alchemy.dialect.sqlite;

import org.jspecify.annotations.NullMarked;

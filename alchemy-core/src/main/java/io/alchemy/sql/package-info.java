/**
 * Statements and expressions as immutable values: what a user writes before any database is asked. {@link
 * io.alchemy.sql.Sql} is the one static import.
 */
@NullMarked
package io.alchemy.sql;

import org.jspecify.annotations.NullMarked;

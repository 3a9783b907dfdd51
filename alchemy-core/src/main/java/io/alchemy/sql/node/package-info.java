/**
 * The nodes of statements and expressions, as the compiler sees them. Users name the interfaces of
 * {@link io.alchemy.sql}; this package is not exported.
 */
@NullMarked
package io.alchemy.sql.node;

import org.jspecify.annotations.NullMarked;

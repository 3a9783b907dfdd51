/** Spring's transactions over Alchemy sessions. One connection serves the session and everything that uses JDBC in the same transaction. */
@NullMarked
package io.alchemy.spring.transaction;

import org.jspecify.annotations.NullMarked;

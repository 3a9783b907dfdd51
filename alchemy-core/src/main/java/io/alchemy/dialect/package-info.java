/** What differs from database to database. A dialect is found by its URL, through the service loader. */
@NullMarked
package io.alchemy.dialect;

import org.jspecify.annotations.NullMarked;

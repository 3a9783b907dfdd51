/** What a session does with instances: units of work on every database, by behaviour and by SQL. */
@NullMarked
package io.alchemy.test.unitofwork;

import org.jspecify.annotations.NullMarked;

/** Tests of what uses the database and nothing else. Each runs in a transaction that is rolled back, in a database of its own. */
@NullMarked
package io.alchemy.spring.test;

import org.jspecify.annotations.NullMarked;

/** What classes are mapped to, and what is said when that cannot work. */
@NullMarked
package io.alchemy.test.mapping;

import org.jspecify.annotations.NullMarked;

/** A small application to test with: two annotated classes, and one that is mapped by hand. */
@NullMarked
package io.alchemy.spring.wiki;

import org.jspecify.annotations.NullMarked;

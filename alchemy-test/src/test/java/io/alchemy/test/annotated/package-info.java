/** Classes mapped by {@code jakarta.persistence} annotations, and the tables that are made of them. */
@NullMarked
package io.alchemy.test.annotated;

import org.jspecify.annotations.NullMarked;

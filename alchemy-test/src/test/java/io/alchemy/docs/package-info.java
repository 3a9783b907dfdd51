/** Runs what the documents show. A page that says something else than the code does fails here. */
@NullMarked
package io.alchemy.docs;

import org.jspecify.annotations.NullMarked;

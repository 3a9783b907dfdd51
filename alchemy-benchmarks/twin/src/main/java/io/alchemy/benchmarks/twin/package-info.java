/**
 * The demo wiki once more, on Spring Data JPA: the same tables, pages and forms, in as few classes as will do. It is there to be
 * started, beside the wiki.
 */
@NullMarked
package io.alchemy.benchmarks.twin;

import org.jspecify.annotations.NullMarked;

/** What goes wrong, as a tree of unchecked exceptions. Every message says what happened, with what, and what to do. */
@NullMarked
package io.alchemy.error;

import org.jspecify.annotations.NullMarked;

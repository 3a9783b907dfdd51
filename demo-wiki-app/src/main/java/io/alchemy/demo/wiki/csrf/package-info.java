/**
 * Keeps other sites from posting in a visitor's name. Every form carries a secret of the visitor's session, and a post without
 * it is refused.
 */
@NullMarked
package io.alchemy.demo.wiki.csrf;

import org.jspecify.annotations.NullMarked;

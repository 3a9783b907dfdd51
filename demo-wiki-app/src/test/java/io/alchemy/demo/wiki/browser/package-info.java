/** The wiki in a real browser. Skipped, aloud, where there is none. */
@NullMarked
package io.alchemy.demo.wiki.browser;

import org.jspecify.annotations.NullMarked;

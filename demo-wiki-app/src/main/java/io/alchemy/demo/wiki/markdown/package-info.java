/** Turns what people write into HTML that is safe to send to other people. CommonMark reads it, OWASP's sanitizer has the last word. */
@NullMarked
package io.alchemy.demo.wiki.markdown;

import org.jspecify.annotations.NullMarked;

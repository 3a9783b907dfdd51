/** The session that is injected, and which session it means: this transaction's, this web request's, or one for a single call. */
@NullMarked
package io.alchemy.spring.session;

import org.jspecify.annotations.NullMarked;

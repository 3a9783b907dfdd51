/** What the tests of the starter share. */
@NullMarked
package io.alchemy.spring;

import org.jspecify.annotations.NullMarked;

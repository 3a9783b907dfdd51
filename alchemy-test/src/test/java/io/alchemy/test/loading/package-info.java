/** From rows to instances: what loads when, and by which statements. */
@NullMarked
package io.alchemy.test.loading;

import org.jspecify.annotations.NullMarked;

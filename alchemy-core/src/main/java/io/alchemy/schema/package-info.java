@NullMarked
package io.alchemy.schema;

import org.jspecify.annotations.NullMarked;

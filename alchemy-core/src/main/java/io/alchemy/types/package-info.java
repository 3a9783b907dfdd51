@NullMarked
package io.alchemy.types;

import org.jspecify.annotations.NullMarked;

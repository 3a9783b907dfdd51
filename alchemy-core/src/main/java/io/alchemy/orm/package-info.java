@NullMarked
package io.alchemy.orm;

import org.jspecify.annotations.NullMarked;

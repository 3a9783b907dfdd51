@NullMarked
package io.alchemy.engine;

import org.jspecify.annotations.NullMarked;

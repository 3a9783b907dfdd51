@NullMarked
package io.alchemy.sql;

import org.jspecify.annotations.NullMarked;

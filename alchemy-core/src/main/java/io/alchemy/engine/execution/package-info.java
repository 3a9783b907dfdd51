/** How compiled statements run on a JDBC connection: what the session needs of a connection beyond its public face. Not exported. */
@NullMarked
package io.alchemy.engine.execution;

import org.jspecify.annotations.NullMarked;

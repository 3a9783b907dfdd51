package io.alchemy.orm.unitofwork;

import io.alchemy.engine.Connection;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Where a session's connections come from and go to.
 *
 * @param outer whether somebody else commits and rolls back
 */
public record Connections(Supplier<Connection> open, Consumer<Connection> release, boolean outer) {}

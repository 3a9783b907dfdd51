package io.alchemy.compile;

import org.jspecify.annotations.Nullable;

/**
 * A compiled statement, and the values of the statement at hand.
 *
 * @param compiled from the cache, shared by all statements of the shape
 * @param values the statement's own bind values in traversal order; {@link Compiled#bind} permutes them
 * @param plan what the lowering left
 */
public record Ready<P extends @Nullable Object>(
    Compiled compiled, @Nullable Object[] values, P plan) {}

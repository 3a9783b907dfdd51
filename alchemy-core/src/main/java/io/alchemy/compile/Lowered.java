package io.alchemy.compile;

import io.alchemy.sql.Executable;

/**
 * A statement over entities, as one over tables.
 *
 * @param core the statement to write; it may hold the bind nodes of the original, and others of its own, which are constants
 * @param plan what whoever lowered it wants to find again beside the compiled statement
 */
public record Lowered<P>(Executable<?> core, P plan) {}

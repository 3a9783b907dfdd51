package io.alchemy.engine;

/**
 * How busy the pool is.
 *
 * @param active connections in use
 * @param idle connections that wait for use; -1 where the pool is not ours and does not say
 * @param waiting threads that wait for a connection; -1 where the pool is not ours and does not say
 * @param size the most connections that it opens; -1 where the pool is not ours and does not say
 */
public record PoolStatus(int active, int idle, int waiting, int size) {}

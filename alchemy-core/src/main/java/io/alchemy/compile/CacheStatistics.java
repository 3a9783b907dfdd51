package io.alchemy.compile;

/** How often compiled statements were found again, and how many are kept. */
public record CacheStatistics(long hits, long misses, int size) {}

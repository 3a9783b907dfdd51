package io.alchemy.benchmarks.wiki;

/** A tag, filled by hand. */
public record PlainTag(Integer id, String name) implements WikiTag {}

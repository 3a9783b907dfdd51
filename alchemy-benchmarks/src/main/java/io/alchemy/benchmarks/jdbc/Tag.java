package io.alchemy.benchmarks.jdbc;

import io.alchemy.benchmarks.wiki.WikiTag;

/** A tag, filled by hand. */
record Tag(Integer id, String name) implements WikiTag {}

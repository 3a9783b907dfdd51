package io.alchemy.benchmarks.jooq;

import io.alchemy.benchmarks.wiki.WikiTag;

/** A tag, made of a row. */
record Tag(Integer id, String name) implements WikiTag {}

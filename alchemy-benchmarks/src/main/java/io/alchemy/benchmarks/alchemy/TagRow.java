package io.alchemy.benchmarks.alchemy;

import io.alchemy.benchmarks.wiki.WikiTag;

/** A tag, and the page that has it. */
record TagRow(Integer id, String name, Integer pageid) implements WikiTag {}

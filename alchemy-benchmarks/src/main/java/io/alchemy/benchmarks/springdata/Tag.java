package io.alchemy.benchmarks.springdata;

import io.alchemy.benchmarks.wiki.WikiTag;
import org.springframework.data.annotation.Id;

/** An aggregate. */
record Tag(@Id Integer id, String name) implements WikiTag {}

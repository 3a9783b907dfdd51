package io.alchemy.benchmarks.wiki;

/** A page and one of its tags: a row of a join. */
public record Tagged(WikiPage page, WikiTag tag) {}

package io.alchemy.benchmarks.wiki;

/** A row of a search. */
public record Hit(Integer page, String title, String name, String tag) {}

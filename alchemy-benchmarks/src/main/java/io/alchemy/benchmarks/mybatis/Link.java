package io.alchemy.benchmarks.mybatis;

import io.alchemy.benchmarks.wiki.PlainTag;

/** A tag and the page that has it, made of a row. */
record Link(Integer id, String name, Integer page) {
  PlainTag tag() {
    return new PlainTag(id, name);
  }
}

package io.alchemy.compile;

import io.alchemy.types.Codec;

/** A column of a compiled statement's result. */
public record ResultColumn(String name, Codec<?> codec) {}

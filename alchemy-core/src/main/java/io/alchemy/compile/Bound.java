package io.alchemy.compile;

import io.alchemy.types.Codec;
import org.jspecify.annotations.Nullable;

/**
 * A compiled statement with one execution's values: the final text (lists and rows expanded), and for each placeholder its
 * codec and value.
 */
public record Bound(String sql, Codec<?>[] codecs, @Nullable Object[] values) {}

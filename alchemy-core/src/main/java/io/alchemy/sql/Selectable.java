package io.alchemy.sql;

import org.jspecify.annotations.Nullable;

/** What a select list may hold; T is what one row gives for it. */
public interface Selectable<T extends @Nullable Object> {}

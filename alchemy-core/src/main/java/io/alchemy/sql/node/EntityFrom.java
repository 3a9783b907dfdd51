package io.alchemy.sql.node;

import io.alchemy.sql.From;

/** A row source that names a mapped class: the compiler asks the registry what it stands for. */
public interface EntityFrom extends From, Node {}

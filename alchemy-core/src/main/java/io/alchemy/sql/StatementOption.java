package io.alchemy.sql;

/** What changes how a statement is run without changing what it finds: how relationships load, for one. */
public interface StatementOption {}

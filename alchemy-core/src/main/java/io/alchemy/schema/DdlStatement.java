package io.alchemy.schema;

/** A statement that changes the schema; a value, written for a database when it runs. */
public interface DdlStatement {}

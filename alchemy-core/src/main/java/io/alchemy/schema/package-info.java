/**
 * The schema as values: tables, columns, keys and indexes, kept by a {@link io.alchemy.schema.MetaData}. What creates and drops
 * them is written as a plan of DDL statements, and a catalogue is read back through an {@link io.alchemy.schema.Inspector}.
 */
@NullMarked
package io.alchemy.schema;

import org.jspecify.annotations.NullMarked;

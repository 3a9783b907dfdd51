/**
 * The types of columns and values: how a Java value becomes a JDBC value and back, and what DDL calls it. {@link
 * io.alchemy.types.Types} has those that come with the library, {@link io.alchemy.types.UserDefinedType} is for your own.
 */
@NullMarked
package io.alchemy.types;

import org.jspecify.annotations.NullMarked;

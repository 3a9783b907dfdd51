/**
 * Hibernate, with a persistence context and without one. Classes are mapped in XML ({@code orm.xml}, {@code orm-sequence.xml}): annotated
 * they would be prepared for Alchemy too. The build enhances them.
 */
@NullMarked
package io.alchemy.benchmarks.hibernate;

import org.jspecify.annotations.NullMarked;

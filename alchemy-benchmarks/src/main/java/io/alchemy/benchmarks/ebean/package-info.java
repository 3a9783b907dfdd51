/**
 * Ebean. Its classes are compiled by themselves, without Alchemy's processor, which would prepare what is annotated as an entity; then
 * they are enhanced as Ebean wants them.
 */
@NullMarked
package io.alchemy.benchmarks.ebean;

import org.jspecify.annotations.NullMarked;

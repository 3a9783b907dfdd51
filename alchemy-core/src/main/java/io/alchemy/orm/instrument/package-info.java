/**
 * The transformation that prepares mapped classes, and what prepared classes name: the state beside each instance and
 * the collections that watch themselves.
 */
@NullMarked
package io.alchemy.orm.instrument;

import org.jspecify.annotations.NullMarked;

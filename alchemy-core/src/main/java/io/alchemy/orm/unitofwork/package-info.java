/** The unit of work: what a flush has to do, in which order, and the doing of it. */
@NullMarked
package io.alchemy.orm.unitofwork;

import org.jspecify.annotations.NullMarked;

/**
 * What runs beside the compiler: the annotation processor that writes the metamodel, and the javac plugin that prepares
 * mapped classes. Neither is needed at run time.
 */
@NullMarked
package io.alchemy.processor;

import org.jspecify.annotations.NullMarked;

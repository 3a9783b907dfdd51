/**
 * What runs inside javac: an annotation processor that writes the metamodel ({@code Page_}), and a compiler plugin that prepares mapped
 * classes.
 */
@NullMarked
package io.alchemy.processor;

import org.jspecify.annotations.NullMarked;

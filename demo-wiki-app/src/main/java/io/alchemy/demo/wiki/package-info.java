/**
 * The tutorial's wiki as a Spring Boot application. Read {@code model} first, then {@code pages}: that is all there is to
 * persistence here.
 */
@NullMarked
package io.alchemy.demo.wiki;

import org.jspecify.annotations.NullMarked;

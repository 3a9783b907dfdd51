/**
 * Alchemy configured by Spring Boot: properties, auto-configuration, and the interfaces by which an application adds to it.
 * Every bean made here stands back for one of the application's own.
 */
@NullMarked
package io.alchemy.spring.boot;

import org.jspecify.annotations.NullMarked;

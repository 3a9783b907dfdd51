/** What an application is told when it cannot start: what happened, with what, and what to do. Spring Boot prints it in place of a stack trace. */
@NullMarked
package io.alchemy.spring.diagnostics;

import org.jspecify.annotations.NullMarked;

package io.alchemy.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a test class once on each database, each time on a fresh one. The class takes the {@link TestDatabase} in its constructor, or in a
 * field annotated {@code @Parameter}:
 *
 * <pre>{@code
 * @EachDatabase
 * record PagingTests(TestDatabase database) {
 *   @Test
 *   void ordersBeforeItLimits() { … database.engine() … }
 * }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ParameterizedClass(name = "{0}")
@ArgumentsSource(TestDatabases.class)
public @interface EachDatabase {}

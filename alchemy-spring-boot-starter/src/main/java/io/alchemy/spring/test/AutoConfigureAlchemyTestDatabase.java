package io.alchemy.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.PropertyMapping;

/**
 * Gives a test a database of its own: also a {@code @SpringBootTest}, which otherwise uses what the application configures.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration(TestDatabaseAutoConfiguration.class)
public @interface AutoConfigureAlchemyTestDatabase {
  /** Which database the tests use. */
  @PropertyMapping("alchemy.test.database")
  TestDatabase value() default TestDatabase.IN_MEMORY;
}

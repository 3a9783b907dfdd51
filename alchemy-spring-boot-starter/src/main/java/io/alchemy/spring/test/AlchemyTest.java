package io.alchemy.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.transaction.annotation.Transactional;

/**
 * A test of what uses the database, and of nothing else: mapped classes, {@code @Repository} beans, beans of Alchemy's own kinds
 * such as {@link io.alchemy.spring.boot.RegistryCustomizer}, the session, transactions and {@code JdbcTemplate}. Other components
 * are not made; {@link #includeFilters} or {@code @Import} adds them.
 *
 * <p>Each test runs in a transaction that is rolled back. The database is SQLite in memory, with all mapped tables, unless
 * {@link #database} says otherwise.
 *
 * <pre>{@code
 * @AlchemyTest
 * class WikiRepositoryTests {
 *   @Autowired Session session;
 *
 *   @Test
 *   void aTagIsFoundByItsName() { … }
 * }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(AlchemyTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(AlchemyTypeExcludeFilter.class)
@Transactional
@AutoConfigureAlchemy
@AutoConfigureAlchemyTestDatabase
@ImportAutoConfiguration
public @interface AlchemyTest {
  /** Properties as {@code key=value}, set before the application context is made. */
  String[] properties() default {};

  /** Which database the tests use. */
  @AliasFor(annotation = AutoConfigureAlchemyTestDatabase.class, attribute = "value")
  TestDatabase database() default TestDatabase.IN_MEMORY;

  /** Whether other components than those of the slice are left out. */
  boolean useDefaultFilters() default true;

  /** Components to make that the slice leaves out. */
  ComponentScan.Filter[] includeFilters() default {};

  /** Components of the slice to leave out. */
  ComponentScan.Filter[] excludeFilters() default {};

  /** Auto-configuration to leave out. */
  @AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
  Class<?>[] excludeAutoConfiguration() default {};
}

package io.alchemy.spring.schema;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Puts the creation of tables after migrations, and before SQL scripts unless {@code alchemy.scripts-first} is set. */
class SchemaInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {
  /** Flyway and Liquibase are at 0 and 1; the script initializer is a hundred before the last. */
  private static final int BEFORE_SCRIPTS = 100;

  private static final int AFTER_SCRIPTS = Ordered.LOWEST_PRECEDENCE - 50;

  private final Environment environment;

  SchemaInitializerDetector(Environment environment) {
    this.environment = environment;
  }

  @Override
  protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
    return Set.of(AlchemySchemaInitializer.class);
  }

  @Override
  public int getOrder() {
    return environment.getProperty("alchemy.scripts-first", Boolean.class, false)
        ? AFTER_SCRIPTS
        : BEFORE_SCRIPTS;
  }
}

package io.alchemy.spring.schema;

import io.alchemy.orm.Session;
import io.alchemy.orm.SessionMaker;
import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDependsOnDatabaseInitializationDetector;

/** Sessions are there when the tables are. Not the engine: the tables are created through it. */
class DependsOnSchemaDetector extends AbstractBeansOfTypeDependsOnDatabaseInitializationDetector {
  @Override
  protected Set<Class<?>> getDependsOnDatabaseInitializationBeanTypes() {
    return Set.of(SessionMaker.class, Session.class);
  }
}

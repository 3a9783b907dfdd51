package io.alchemy.spring.boot;

import io.alchemy.orm.instrument.Preparation;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Prepares mapped classes that javac did not prepare, before anything in the application loads them; again at each restart of
 * devtools, whose class loader is new.
 */
class MappedClassPreparation implements ApplicationListener<ApplicationStartingEvent>, Ordered {
  @Override
  public void onApplicationEvent(ApplicationStartingEvent event) {
    Preparation.ensure(event.getSpringApplication().getClassLoader());
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }
}

package io.alchemy.spring.wiki;

import io.alchemy.orm.Registry;
import io.alchemy.spring.boot.RegistryCustomizer;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class WikiMappings implements RegistryCustomizer {
  @Override
  public void customize(Registry registry) {
    registry.map(Label.class, WikiTables.LABEL);
  }
}

package io.alchemy.spring.wiki;

import io.alchemy.orm.Registry;
import io.alchemy.spring.boot.RegistryCustomizer;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class WikiMappings implements RegistryCustomizer {
  @Override
  public void customize(Registry registry) {
    registry
        .map(Article.class, WikiTables.ARTICLE)
        .version(Article_.version)
        .relationship(
            Article_.remarks,
            remarks -> remarks.backref(Remark_.article).orderBy(WikiTables.REMARK.id.asc()));
    registry.map(Remark.class, WikiTables.REMARK);
  }
}

package io.alchemy.demo.wiki.model;

import static io.alchemy.demo.wiki.model.Model.COMMENT;
import static io.alchemy.demo.wiki.model.Model.METADATA;
import static io.alchemy.demo.wiki.model.Model.PAGE;
import static io.alchemy.demo.wiki.model.Model.PAGETAG;
import static io.alchemy.demo.wiki.model.Model.TAG;

import io.alchemy.orm.Cascade;
import io.alchemy.orm.Registry;
import io.alchemy.schema.MetaData;
import io.alchemy.spring.boot.RegistryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which class lives in which table, and how the classes know each other. */
@Configuration(proxyBeanMethods = false)
class Mappings implements RegistryCustomizer {
  /** The starter makes these tables on start-up, and none of its own. */
  @Bean
  static MetaData metadata() {
    return METADATA;
  }

  @Override
  public void customize(Registry registry) {
    registry
        .map(Page.class, PAGE)
        .version(Page_.version)
        .relationship(
            Page_.comments,
            r -> r.backref(Comment_.page)
                .orderBy(COMMENT.created, COMMENT.id)
                .cascade(Cascade.ALL, Cascade.DELETE_ORPHAN))
        .relationship(Page_.tags, r -> r.secondary(PAGETAG).orderBy(TAG.name));
    registry.map(Comment.class, COMMENT);
    registry.map(Tag.class, TAG);
  }
}

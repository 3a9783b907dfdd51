package io.alchemy.spring.boot;

import io.alchemy.orm.SessionMaker;

/** Changes how sessions are made, after the properties were applied. Beans of this type are called in their order. */
@FunctionalInterface
public interface SessionMakerCustomizer {
  void customize(SessionMaker.Builder builder);
}

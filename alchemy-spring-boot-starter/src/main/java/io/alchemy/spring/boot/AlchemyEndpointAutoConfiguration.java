package io.alchemy.spring.boot;

import io.alchemy.orm.SessionMaker;
import io.alchemy.spring.monitoring.AlchemyEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/** The actuator endpoint {@code alchemy}, where actuator is there and the endpoint is exposed. */
@AutoConfiguration(after = AlchemyAutoConfiguration.class)
@ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
@ConditionalOnBean(SessionMaker.class)
@ConditionalOnAvailableEndpoint(endpoint = AlchemyEndpoint.class)
public final class AlchemyEndpointAutoConfiguration {
  @Bean
  @ConditionalOnMissingBean
  AlchemyEndpoint alchemyEndpoint(ApplicationContext application) {
    return new AlchemyEndpoint(application);
  }
}

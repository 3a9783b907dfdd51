package io.alchemy.spring.boot;

import io.alchemy.orm.SessionMaker;
import io.alchemy.spring.session.RequestSessionInterceptor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** One session for each web request, unless {@code alchemy.session.request-scope} is false. */
@AutoConfiguration(after = AlchemyAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(WebMvcConfigurer.class)
@ConditionalOnBean(SessionMaker.class)
@ConditionalOnMissingBean(RequestSessionInterceptor.class)
@ConditionalOnBooleanProperty(name = "alchemy.session.request-scope", matchIfMissing = true)
public final class AlchemyWebAutoConfiguration {

  @Bean
  RequestSessionInterceptor alchemyRequestSessionInterceptor(SessionMaker maker) {
    return new RequestSessionInterceptor(maker);
  }

  @Bean
  WebMvcConfigurer alchemyRequestSessionConfigurer(RequestSessionInterceptor interceptor) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addWebRequestInterceptor(interceptor);
      }
    };
  }
}

package io.alchemy.demo.wiki.web;

import io.alchemy.demo.wiki.csrf.CsrfInterceptor;
import io.alchemy.demo.wiki.statements.RequestStatements;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
  private final CsrfInterceptor csrf;
  private final RequestStatements statements;

  WebConfiguration(CsrfInterceptor csrf, RequestStatements statements) {
    this.csrf = csrf;
    this.statements = statements;
  }

  /** An address with a slash in a name, {@code %2F}, gets an answer from here; the server's own refusal is a bare page. */
  @Bean
  static TomcatConnectorCustomizer slashesInNames() {
    return connector ->
        connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(csrf);
    registry.addInterceptor(statements);
  }
}

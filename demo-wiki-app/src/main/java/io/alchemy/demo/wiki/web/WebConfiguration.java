package io.alchemy.demo.wiki.web;

import io.alchemy.demo.wiki.csrf.CsrfInterceptor;
import io.alchemy.demo.wiki.statements.RequestStatements;
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

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(csrf);
    registry.addInterceptor(statements);
  }
}

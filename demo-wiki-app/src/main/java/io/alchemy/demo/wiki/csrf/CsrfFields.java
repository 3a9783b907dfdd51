package io.alchemy.demo.wiki.csrf;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/** Adds the token to every form that Thymeleaf writes with {@code th:action} and {@code method="post"}: no template can forget it. */
@Component("requestDataValueProcessor")
class CsrfFields implements RequestDataValueProcessor {
  private static final String POSTS = CsrfFields.class.getName() + ".posts";

  /** Called before {@link #getExtraHiddenFields} for the same form; only here the method is known. */
  @Override
  public String processAction(HttpServletRequest request, String action, String method) {
    request.setAttribute(POSTS, "post".equalsIgnoreCase(method));
    return action;
  }

  @Override
  public Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
    // A search form gets none: the token must not end up in addresses, logs and histories.
    return Boolean.TRUE.equals(request.getAttribute(POSTS))
        ? Map.of(CsrfToken.FIELD, CsrfToken.of(request))
        : Map.of();
  }

  @Override
  public String processFormFieldValue(
      HttpServletRequest request, @Nullable String name, String value, String type) {
    return value;
  }

  @Override
  public String processUrl(HttpServletRequest request, String url) {
    return url;
  }
}

package io.alchemy.demo.wiki.csrf;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses every request that may change something and does not carry the session's token. The session cookie is also
 * {@code SameSite=Lax}, which alone would stop other sites' posts in today's browsers; the token does not depend on the browser,
 * and also stops neighbours on the same site. With Spring Security on the class path this package would not be needed.
 */
@Component
public class CsrfInterceptor implements HandlerInterceptor {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    // The error page of a refused post is the same request again; refusing that would hide the
    // reason.
    boolean first = request.getDispatcherType() == DispatcherType.REQUEST;
    if (first && !SAFE.contains(request.getMethod()) && !CsrfToken.isCarriedBy(request)) {
      throw new CsrfException();
    }
    return true;
  }
}

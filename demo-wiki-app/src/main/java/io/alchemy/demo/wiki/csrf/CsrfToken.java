package io.alchemy.demo.wiki.csrf;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/**
 * The secret that a session's forms carry (a synchronizer token). Another site can make a visitor's browser send a form here,
 * and the browser will add our cookie; but it cannot read our pages, so it cannot know this value.
 */
final class CsrfToken {
  static final String FIELD = "_csrf";

  private static final String ATTRIBUTE = CsrfToken.class.getName();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private CsrfToken() {}

  /** The session's token; makes both if there are none yet. */
  static String of(HttpServletRequest request) {
    HttpSession session = request.getSession();
    // Two tabs that open at once must get the same token.
    synchronized (WebUtils.getSessionMutex(session)) {
      String token = (String) session.getAttribute(ATTRIBUTE);
      if (token == null) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        session.setAttribute(ATTRIBUTE, token);
      }
      return token;
    }
  }

  /** Whether a request carries its session's token. */
  static boolean isCarriedBy(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    String expected = session == null ? null : (String) session.getAttribute(ATTRIBUTE);
    return expected != null && matches(expected, request.getParameter(FIELD));
  }

  /** Takes as long for a nearly right token as for a wrong one, so that guessing learns nothing. */
  private static boolean matches(String expected, @Nullable String actual) {
    return actual != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
  }
}

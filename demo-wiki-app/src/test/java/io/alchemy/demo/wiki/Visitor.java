package io.alchemy.demo.wiki;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody with a browser session of their own. */
final class Visitor {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final MockMvcTester mvc;
  private final MockHttpSession session = new MockHttpSession();
  private @Nullable String token;

  Visitor(MockMvcTester mvc) {
    this.mvc = mvc;
  }

  /** @param uri already encoded */
  Answer get(String uri) {
    return answer(mvc.get().uri(URI.create(uri)).session(session).exchange());
  }

  /** Sends a form of this wiki; {@code fields} are names and values in turn. */
  Answer post(String uri, String... fields) {
    return post(uri, token(), fields);
  }

  /** Sends a form with any token, or none. */
  Answer post(String uri, @Nullable String csrf, String[] fields) {
    var request = mvc.post().uri(URI.create(uri)).session(session);
    if (csrf != null) {
      request = request.param("_csrf", csrf);
    }
    for (int i = 0; i < fields.length; i += 2) {
      request = request.param(fields[i], fields[i + 1]);
    }
    return answer(request.exchange());
  }

  /** Sends a form, then goes where the answer says. */
  Answer postAndFollow(String uri, String... fields) {
    String location = post(uri, fields).location();
    return get(location.replaceFirst("#.*", ""));
  }

  /** Writes a page, and looks at it as a browser does. */
  int newPage(String title, String content) {
    int id =
        post("/pages/new", "title", title, "heading", "", "content", content).pageId();
    get("/pages/" + id);
    return id;
  }

  String token() {
    if (token == null) {
      Matcher found = TOKEN.matcher(get("/pages/new").html());
      if (!found.find()) {
        throw new AssertionError("The form for a new page has no token.");
      }
      token = found.group(1);
    }
    return token;
  }

  private static Answer answer(MvcTestResult result) {
    if (result.getUnresolvedException() != null) {
      throw new AssertionError(result.getUnresolvedException());
    }
    var response = result.getMvcResult().getResponse();
    try {
      response.setCharacterEncoding("UTF-8");
      return new Answer(
          response.getStatus(), response.getContentAsString(), response.getRedirectedUrl());
    } catch (java.io.UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
  }
}

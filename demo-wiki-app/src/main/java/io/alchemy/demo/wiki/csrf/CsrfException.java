package io.alchemy.demo.wiki.csrf;

/** A form came without its session's token: from another site, or from a page that is older than the session. */
public class CsrfException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CsrfException() {
    super("The form does not carry this session's token.");
  }
}

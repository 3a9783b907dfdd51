package io.alchemy.demo.wiki.pages;

/** There is no page of that number: it never was, or somebody deleted it. */
public class PageNotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PageNotFoundException(int id) {
    super("There is no page " + id + ": it never was, or somebody deleted it.");
  }
}

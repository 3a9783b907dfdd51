package io.alchemy.demo.wiki.web;

/** Nobody ever used that tag. */
class TagNotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TagNotFoundException(String name) {
    super("No page was ever tagged “" + name + "”.");
  }
}

package io.alchemy.demo.wiki.pages;

/** The page was changed by somebody else after the text at hand was read. Nothing was written. */
public class EditConflictException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public EditConflictException(int id, int expected, int actual) {
    super("Page " + id + " is at version " + actual + ", the edit began at version " + expected
        + ".");
  }
}

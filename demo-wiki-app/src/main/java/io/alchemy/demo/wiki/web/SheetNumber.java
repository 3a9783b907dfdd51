package io.alchemy.demo.wiki.web;

/** Reads the {@code page} parameter of a list. Nonsense means the first sheet: an address somebody mistyped still shows something. */
final class SheetNumber {
  static int of(String parameter) {
    try {
      return Integer.parseInt(parameter.strip());
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  private SheetNumber() {}
}

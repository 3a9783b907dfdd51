package io.alchemy.demo.wiki.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A tag's name in its one spelling: composed, lower case, words joined by a hyphen. "Spring  Boot" and "spring-boot" are the
 * same tag.
 */
public record TagName(String value) {
  public static final int MAX_LENGTH = 20;

  /** Whatever may stand in a path segment without being mistaken for part of the path. */
  private static final Pattern ALLOWED =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._+#-]*");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Z}_-]+");

  private static final Pattern AROUND = Pattern.compile("^-|-$");

  public TagName {
    if (!isValid(value)) {
      throw new IllegalArgumentException("'" + value + "' is no tag: normalise it with TagName.of");
    }
  }

  /** The tag's name as it is kept, or nothing if what was typed cannot be one. */
  public static Optional<TagName> of(String typed) {
    String composed = Normalizer.normalize(typed, Normalizer.Form.NFC);
    String hyphenated = BETWEEN_WORDS.matcher(composed).replaceAll("-");
    String joined = AROUND.matcher(hyphenated).replaceAll("");
    // Lower case can decompose again (the Turkish İ), so compose once more.
    String name = Normalizer.normalize(joined.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    return isValid(name) ? Optional.of(new TagName(name)) : Optional.empty();
  }

  private static boolean isValid(String name) {
    return name.codePointCount(0, name.length()) <= MAX_LENGTH
        && ALLOWED.matcher(name).matches();
  }
}

package io.alchemy.orm.mapping;

/**
 * Names that annotations leave open, as Hibernate under Spring Boot makes them: in lower case with underscores, so that
 * {@code BlogPost.postedAt} is {@code blog_post.posted_at}.
 */
final class AnnotationNames {
  private AnnotationNames() {}

  static String or(String given, String otherwise) {
    return given.isEmpty() ? snake(otherwise) : given;
  }

  /** {@code postedAt} as {@code posted_at}, {@code HTMLPage} as {@code htmlpage}. */
  static String snake(String name) {
    StringBuilder snake = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean begins = i > 0
          && Character.isUpperCase(c)
          && !Character.isUpperCase(name.charAt(i - 1))
          && name.charAt(i - 1) != '_';
      snake.append(begins ? "_" : "").append(Character.toLowerCase(c));
    }
    return snake.toString();
  }
}

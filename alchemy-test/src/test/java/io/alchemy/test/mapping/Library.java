package io.alchemy.test.mapping;

import io.alchemy.orm.Mapped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Classes with which mistakes in mappings are made. */
final class Library {
  private Library() {}

  @Mapped
  static class Author {
    private @Nullable Integer id;
    private @Nullable String name;
    private List<Book> books = new ArrayList<>();
  }

  @Mapped
  static class Book {
    private @Nullable Integer id;
    private @Nullable String title;
    private @Nullable Author author;
  }

  @Mapped
  static class Note {
    private @Nullable Integer id;
    private @Nullable String text;
  }

  @Mapped
  static class Counted {
    private @Nullable Integer id;
    private @Nullable String revision;
  }

  @Mapped
  static class Named {
    private @Nullable Integer id;
    private @Nullable String fullName;
  }

  @Mapped
  static class Folder {
    private @Nullable Integer id;
    private List<Folder> linked = new ArrayList<>();
  }
}

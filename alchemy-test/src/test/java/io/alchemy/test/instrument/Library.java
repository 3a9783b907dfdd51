package io.alchemy.test.instrument;

import io.alchemy.orm.Mapped;
import io.alchemy.orm.instrument.PreparedClass;
import io.alchemy.orm.instrument.RelationshipEnd;
import io.alchemy.orm.instrument.RelationshipEnd.Kind;
import io.alchemy.orm.instrument.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Relationships of every form: a shelf holds books in a list, a set, a bag and a map; books and authors know each other. */
final class Library implements AutoCloseable {
  static final PreparedClass SHELF = PreparedClass.of(Shelf.class);
  static final PreparedClass BOOK = PreparedClass.of(Book.class);
  static final PreparedClass AUTHOR = PreparedClass.of(Author.class);
  static final PreparedClass COVER = PreparedClass.of(Cover.class);

  final RelationshipEnd list = end(SHELF, "list", Book.class, Kind.LIST);
  final RelationshipEnd set = end(SHELF, "set", Book.class, Kind.SET);
  final RelationshipEnd bag = end(SHELF, "bag", Book.class, Kind.COLLECTION);
  final RelationshipEnd map =
      end(SHELF, "map", Book.class, Kind.MAP).keyedBy(book -> ((Book) book).name());
  final RelationshipEnd authors = end(BOOK, "authors", Author.class, Kind.LIST);
  final RelationshipEnd books = end(AUTHOR, "books", Book.class, Kind.SET);
  final RelationshipEnd cover = end(BOOK, "cover", Cover.class, Kind.REFERENCE);
  final RelationshipEnd covered = end(COVER, "book", Book.class, Kind.REFERENCE);
  private final Map<PreparedClass, Topology> topologies = new HashMap<>();

  Library() {
    RelationshipEnd onList = end(BOOK, "onList", Shelf.class, Kind.REFERENCE);
    RelationshipEnd inSet = end(BOOK, "inSet", Shelf.class, Kind.REFERENCE);
    RelationshipEnd inBag = end(BOOK, "inBag", Shelf.class, Kind.REFERENCE);
    RelationshipEnd inMap = end(BOOK, "inMap", Shelf.class, Kind.REFERENCE);
    RelationshipEnd.join(list, onList);
    RelationshipEnd.join(set, inSet);
    RelationshipEnd.join(bag, inBag);
    RelationshipEnd.join(map, inMap);
    RelationshipEnd.join(authors, books);
    RelationshipEnd.join(cover, covered);
    install(list, set, bag, map);
    install(onList, inSet, inBag, inMap, authors, cover);
    install(books);
    install(covered);
  }

  private static RelationshipEnd end(PreparedClass owner, String name, Class<?> target, Kind kind) {
    return new RelationshipEnd(owner, owner.indexOf(name), target, kind);
  }

  private void install(RelationshipEnd... ends) {
    Map<Integer, RelationshipEnd> byAttribute = new HashMap<>();
    for (RelationshipEnd each : ends) {
      byAttribute.put(each.attribute(), each);
    }
    Topology topology = byAttribute::get;
    topologies.put(ends[0].owner(), topology);
    ends[0].owner().topology(topology);
  }

  @Override
  public void close() {
    topologies.keySet().forEach(each -> each.topology(null));
  }

  /** Holds books in four ways. */
  @Mapped
  static class Shelf {
    private List<Book> list = new ArrayList<>();
    private Set<Book> set = new HashSet<>();
    private Collection<Book> bag = new ArrayList<>();
    private Map<String, Book> map = new LinkedHashMap<>();

    List<Book> list() {
      return list;
    }

    void list(List<Book> books) {
      list = books;
    }

    Set<Book> set() {
      return set;
    }

    void set(Set<Book> books) {
      set = books;
    }

    Collection<Book> bag() {
      return bag;
    }

    Map<String, Book> map() {
      return map;
    }

    void map(Map<String, Book> books) {
      map = books;
    }
  }

  /** Is held. */
  @Mapped
  static class Book {
    private String name;
    private @Nullable Shelf onList;
    private @Nullable Shelf inSet;
    private @Nullable Shelf inBag;
    private @Nullable Shelf inMap;
    private List<Author> authors = new ArrayList<>();
    private @Nullable Cover cover;

    Book(String name) {
      this.name = name;
    }

    String name() {
      return name;
    }

    @Nullable
    Shelf onList() {
      return onList;
    }

    void onList(@Nullable Shelf shelf) {
      onList = shelf;
    }

    @Nullable
    Shelf inSet() {
      return inSet;
    }

    @Nullable
    Shelf inBag() {
      return inBag;
    }

    @Nullable
    Shelf inMap() {
      return inMap;
    }

    void inMap(@Nullable Shelf shelf) {
      inMap = shelf;
    }

    List<Author> authors() {
      return authors;
    }

    @Nullable
    Cover cover() {
      return cover;
    }

    void cover(@Nullable Cover now) {
      cover = now;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** Many to many. */
  @Mapped
  static class Author {
    private Set<Book> books = new HashSet<>();

    Set<Book> books() {
      return books;
    }
  }

  /** One to one. */
  @Mapped
  static class Cover {
    private @Nullable Book book;

    @Nullable
    Book book() {
      return book;
    }

    void book(@Nullable Book now) {
      book = now;
    }
  }
}

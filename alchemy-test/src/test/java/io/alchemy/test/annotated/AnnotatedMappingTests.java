package io.alchemy.test.annotated;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.orm.ColumnAttribute;
import io.alchemy.orm.Registry;
import io.alchemy.orm.Session;
import io.alchemy.orm.SessionMaker;
import io.alchemy.schema.Column;
import io.alchemy.schema.ForeignKey;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.annotated.Blog.Address;
import io.alchemy.test.annotated.Blog.BlogPost;
import io.alchemy.test.annotated.Blog.Label;
import io.alchemy.test.annotated.Blog.Link;
import io.alchemy.test.annotated.Blog.Profile;
import io.alchemy.test.annotated.Blog.Status;
import io.alchemy.test.annotated.Blog.Writer;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Annotated classes are kept in the tables made of them. */
@EachDatabase
class AnnotatedMappingTests {
  private static final ColumnAttribute<Writer, Long> WRITER_ID =
      ColumnAttribute.of(Writer.class, "id");

  private final TestDatabase database;
  private final MetaData metadata = new MetaData();
  private final Registry registry = new Registry(metadata);
  private final SessionMaker maker;

  AnnotatedMappingTests(TestDatabase database) {
    this.database = database;
    registry.mapAnnotated(
        Writer.class, Profile.class, Address.class, BlogPost.class, Label.class, Link.class);
    this.maker = SessionMaker.builder(registry, database.engine()).build();
  }

  @BeforeEach
  void createTables() {
    database.clear();
    metadata.createAll(database.engine());
  }

  private static List<String> columns(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }

  private static BlogPost post(Writer writer, String slug, int day) {
    BlogPost post = new BlogPost();
    post.setSlug(slug);
    post.setPostedAt(LocalDateTime.of(2026, 1, day, 12, 0));
    post.setStatus(Status.PUBLISHED);
    post.setRating(new BigDecimal("4.125"));
    post.setPinned(true);
    post.setPreview("not kept");
    post.setWriter(writer);
    return post;
  }

  private static Writer writer(String penName) {
    Writer writer = new Writer();
    writer.setPenName(penName);
    return writer;
  }

  @Test
  void namesAreInLowerCaseWithUnderscores() {
    Table post = registry.table(BlogPost.class);

    assertThat(post.name()).isEqualTo("post");
    assertThat(columns(post))
        .containsExactly(
            "id",
            "revision",
            "slug",
            "posted_at",
            "status",
            "rating",
            "pinned",
            "writer_id",
            "checked_by");
    assertThat(columns(registry.table(Writer.class))).containsExactly("id", "revision", "pen_name");
    assertThat(columns(metadata.table("post_label"))).containsExactly("posts_id", "labels_name");
  }

  @Test
  void columnsAreAsTheAnnotationsSay() {
    Table post = registry.table(BlogPost.class);
    Table writer = registry.table(Writer.class);

    assertThat(post.column("status").type().javaType()).isEqualTo(Status.class);
    assertThat(post.column("rating").type().name()).isEqualTo("NUMERIC(8, 3)");
    assertThat(post.column("pinned").isNullable()).isFalse();
    assertThat(post.column("slug").isNullable()).isTrue();
    assertThat(post.column("writer_id").isNullable()).isFalse();
    assertThat(post.column("checked_by").isNullable()).isTrue();
    assertThat(writer.column("pen_name").isUnique()).isTrue();
    assertThat(writer.column("pen_name").type().name()).contains("40");
    assertThat(post.foreignKeys()).extracting(ForeignKey::target).containsOnly(writer);
    assertThat(post.uniqueKeys())
        .singleElement()
        .satisfies(key -> assertThat(key.columns())
            .extracting(Column::name)
            .containsExactly("writer_id", "slug"));
    assertThat(post.indexes())
        .singleElement()
        .satisfies(index -> assertThat(index.name()).isEqualTo("post_posted_at_idx"));
  }

  @Test
  void everythingComesBackAsItWasWritten() {
    Long id = maker.transactionResult(s -> {
      Writer ada = writer("ada");
      Profile profile = new Profile();
      profile.setText("long");
      ada.setProfile(profile);
      ada.getAddresses().put("home", Address.of("home", "Lane 1"));
      ada.getAddresses().put("work", Address.of("work", "Road 2"));
      BlogPost post = post(ada, "first", 2);
      post.getLabels().add(Label.of("java"));
      post.getLabels().add(Label.of("sql"));
      post.getLinks().add(Link.to("http://example.com"));
      s.addAll(List.of(ada, post));
      s.flush();
      return requireNonNull(ada.getId());
    });

    try (Session s = maker.open()) {
      Writer ada = s.getOne(Writer.class, id);
      assertThat(ada.getPenName()).isEqualTo("ada");
      assertThat(requireNonNull(ada.getProfile()).getText()).isEqualTo("long");
      assertThat(requireNonNull(ada.getProfile()).getWriter()).isSameAs(ada);
      assertThat(ada.getAddresses().get("work"))
          .isNotNull()
          .extracting(Address::getStreet)
          .isEqualTo("Road 2");
      BlogPost post = ada.getPosts().get(0);
      assertThat(post.getStatus()).isEqualTo(Status.PUBLISHED);
      assertThat(post.getRating()).isEqualByComparingTo("4.125");
      assertThat(post.isPinned()).isTrue();
      assertThat(post.getPostedAt()).isEqualTo(LocalDateTime.of(2026, 1, 2, 12, 0));
      assertThat(post.getEditor()).isNull();
      assertThat(post.getLabels())
          .extracting(Label::getName)
          .containsExactlyInAnyOrder("java", "sql");
      assertThat(post.getLinks()).extracting(Link::getUrl).containsExactly("http://example.com");
      assertThat(post.getLabels().iterator().next().getPosts()).containsExactly(post);
    }
  }

  @Test
  void aReferenceWhoseForeignKeyNoFieldKeepsLoadsForAllSiblings() {
    maker.transaction(s -> {
      for (int i = 1; i <= 3; i++) {
        Writer each = writer("w" + i);
        BlogPost post = post(each, "s" + i, i);
        post.setEditor(each);
        s.addAll(List.of(each, post));
      }
      s.add(post(requireNonNull(s.query(Writer.class).orderBy(WRITER_ID).first()), "s4", 4));
    });

    try (Session s = maker.open()) {
      List<BlogPost> posts = s.query(BlogPost.class).all();
      assertThat(posts)
          .extracting(post -> requireNonNull(post.getWriter()).getPenName())
          .containsExactlyInAnyOrder("w1", "w2", "w3", "w1");
      assertThat(posts).filteredOn(post -> post.getEditor() == null).hasSize(1);
    }
  }

  @Test
  void aCollectionLoadsInTheOrderOfItsAnnotation() {
    maker.transaction(s -> {
      Writer ada = writer("ada");
      s.addAll(List.of(ada, post(ada, "a", 1), post(ada, "b", 3), post(ada, "c", 2)));
    });

    try (Session s = maker.open()) {
      assertThat(s.query(Writer.class).one().getPosts())
          .extracting(BlogPost::getSlug)
          .containsExactly("b", "c", "a");
    }
  }

  @Test
  void theVersionOfASuperclassCounts() {
    maker.transaction(s -> s.add(writer("ada")));

    maker.transaction(s -> {
      Writer ada = s.query(Writer.class).one();
      int before = ada.getRevision();
      ada.setPenName("lovelace");
      s.flush();
      assertThat(ada.getRevision()).isEqualTo(before + 1);
    });
  }

  @Test
  void anOrphanOfAOneToOneIsDeleted() {
    maker.transaction(s -> {
      Writer ada = writer("ada");
      ada.setProfile(new Profile());
      s.add(ada);
    });
    maker.transaction(s -> s.query(Writer.class).one().setProfile(null));

    try (Session s = maker.open()) {
      assertThat(s.query(Profile.class).all()).isEmpty();
    }
  }
}

package io.alchemy.test.annotated;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A blog: a class for each thing that annotations can say. */
final class Blog {
  private Blog() {}

  enum Status {
    DRAFT,
    PUBLISHED
  }

  /** What every entity of the blog has. */
  @MappedSuperclass
  abstract static class Kept {
    @Id
    @GeneratedValue
    private @Nullable Long id;

    @Version
    private int revision;

    @Nullable
    Long getId() {
      return id;
    }

    int getRevision() {
      return revision;
    }
  }

  @Entity
  static class Writer extends Kept {
    @Column(nullable = false, unique = true, length = 40)
    private String penName = "";

    @OneToOne(mappedBy = "writer", cascade = CascadeType.ALL, orphanRemoval = true)
    private @Nullable Profile profile;

    @OneToMany(mappedBy = "writer")
    @OrderBy("postedAt DESC, id")
    private List<BlogPost> posts = new ArrayList<>();

    @OneToMany(mappedBy = "writer", cascade = CascadeType.ALL)
    @MapKey(name = "kind")
    private Map<String, Address> addresses = new HashMap<>();

    String getPenName() {
      return penName;
    }

    void setPenName(String penName) {
      this.penName = penName;
    }

    @Nullable
    Profile getProfile() {
      return profile;
    }

    void setProfile(@Nullable Profile profile) {
      this.profile = profile;
    }

    List<BlogPost> getPosts() {
      return posts;
    }

    Map<String, Address> getAddresses() {
      return addresses;
    }
  }

  @Entity
  static class Profile {
    @Id
    @GeneratedValue
    private @Nullable UUID id;

    @Lob
    private @Nullable String text;

    @OneToOne(optional = false)
    private @Nullable Writer writer;

    void setText(String text) {
      this.text = text;
    }

    @Nullable
    String getText() {
      return text;
    }

    @Nullable
    Writer getWriter() {
      return writer;
    }
  }

  @Entity
  static class Address extends Kept {
    private String kind = "";
    private String street = "";

    @ManyToOne
    private @Nullable Writer writer;

    String getStreet() {
      return street;
    }

    static Address of(String kind, String street) {
      Address address = new Address();
      address.kind = kind;
      address.street = street;
      return address;
    }
  }

  @Entity
  @Table(
      name = "post",
      uniqueConstraints =
          @UniqueConstraint(
              name = "one_slug_a_writer",
              columnNames = {"writer_id", "slug"}),
      indexes = @Index(columnList = "postedAt"))
  static class BlogPost extends Kept {
    private @Nullable String slug;
    private @Nullable LocalDateTime postedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Status status;

    @Column(precision = 8, scale = 3)
    private @Nullable BigDecimal rating;

    private boolean pinned;

    @Transient
    private @Nullable String preview;

    @ManyToOne(optional = false)
    private @Nullable Writer writer;

    @ManyToOne
    @JoinColumn(name = "checked_by")
    private @Nullable Writer editor;

    @ManyToMany
    @JoinTable(name = "post_label")
    private Set<Label> labels = new HashSet<>();

    @OneToMany
    @JoinColumn(name = "post_id")
    private List<Link> links = new ArrayList<>();

    @Nullable
    String getSlug() {
      return slug;
    }

    void setSlug(String slug) {
      this.slug = slug;
    }

    @Nullable
    LocalDateTime getPostedAt() {
      return postedAt;
    }

    void setPostedAt(LocalDateTime postedAt) {
      this.postedAt = postedAt;
    }

    @Nullable
    Status getStatus() {
      return status;
    }

    void setStatus(Status status) {
      this.status = status;
    }

    @Nullable
    BigDecimal getRating() {
      return rating;
    }

    void setRating(BigDecimal rating) {
      this.rating = rating;
    }

    @Nullable
    Writer getWriter() {
      return writer;
    }

    void setWriter(@Nullable Writer writer) {
      this.writer = writer;
    }

    @Nullable
    Writer getEditor() {
      return editor;
    }

    void setEditor(@Nullable Writer editor) {
      this.editor = editor;
    }

    Set<Label> getLabels() {
      return labels;
    }

    List<Link> getLinks() {
      return links;
    }

    void setPinned(boolean pinned) {
      this.pinned = pinned;
    }

    boolean isPinned() {
      return pinned;
    }

    void setPreview(String preview) {
      this.preview = preview;
    }
  }

  @Entity
  static class Label {
    @Id
    private @Nullable String name;

    @ManyToMany(mappedBy = "labels")
    private List<BlogPost> posts = new ArrayList<>();

    static Label of(String name) {
      Label label = new Label();
      label.name = name;
      return label;
    }

    @Nullable
    String getName() {
      return name;
    }

    List<BlogPost> getPosts() {
      return posts;
    }
  }

  @Entity
  static class Link extends Kept {
    private String url = "";

    static Link to(String url) {
      Link link = new Link();
      link.url = url;
      return link;
    }

    String getUrl() {
      return url;
    }
  }
}

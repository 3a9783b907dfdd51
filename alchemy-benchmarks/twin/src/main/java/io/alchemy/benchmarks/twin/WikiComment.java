package io.alchemy.benchmarks.twin;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What somebody said about a page. */
@Entity
@Table(name = "comment")
public class WikiComment {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Integer id;

  private LocalDateTime created = LocalDateTime.now(ZoneId.systemDefault());
  private String name = "";
  private String email = "";
  private String content = "";

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "pageid")
  private @Nullable WikiPage page;

  protected WikiComment() {}

  WikiComment(WikiPage page, CommentForm form) {
    this.page = page;
    this.name = form.name().strip();
    this.email = form.email().strip();
    this.content = form.content();
  }

  public @Nullable Integer getId() {
    return id;
  }

  public LocalDateTime getCreated() {
    return created;
  }

  public String getName() {
    return name;
  }

  public String getEmail() {
    return email;
  }

  public String getContent() {
    return content;
  }

  public @Nullable WikiPage getPage() {
    return page;
  }
}

package io.alchemy.benchmarks.twin;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the wiki. */
@Entity
@Table(name = "page")
public class WikiPage {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Integer id;

  private LocalDateTime posted = LocalDateTime.now(ZoneId.systemDefault());
  private String title = "";
  private @Nullable String heading;
  private String content = "";

  @Version
  private int version;

  @OneToMany(mappedBy = "page", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("created, id")
  private List<WikiComment> comments = new ArrayList<>();

  @ManyToMany
  @JoinTable(
      name = "pagetag",
      joinColumns = @JoinColumn(name = "pageid"),
      inverseJoinColumns = @JoinColumn(name = "tagid"))
  @OrderBy("name")
  private List<WikiTag> tags = new ArrayList<>();

  protected WikiPage() {}

  WikiPage(PageForm form) {
    edit(form);
  }

  final void edit(PageForm form) {
    title = form.title().strip();
    heading = form.heading().isBlank() ? null : form.heading().strip();
    content = form.content();
  }

  public @Nullable Integer getId() {
    return id;
  }

  public LocalDateTime getPosted() {
    return posted;
  }

  public String getTitle() {
    return title;
  }

  public @Nullable String getHeading() {
    return heading;
  }

  public String getContent() {
    return content;
  }

  public int getVersion() {
    return version;
  }

  public List<WikiComment> getComments() {
    return comments;
  }

  public List<WikiTag> getTags() {
    return tags;
  }
}

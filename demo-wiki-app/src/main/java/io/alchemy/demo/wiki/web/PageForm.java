package io.alchemy.demo.wiki.web;

import io.alchemy.demo.wiki.model.Page;
import io.alchemy.demo.wiki.pages.PageText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The form in which a page is written or edited. */
public class PageForm {
  private static final int MAX_TITLE = 255;
  private static final int MAX_CONTENT = 100_000;

  @NotBlank(message = "A page needs a title.")
  @Size(max = MAX_TITLE, message = "A title has at most {max} characters.")
  private String title = "";

  @Size(max = MAX_TITLE, message = "A heading has at most {max} characters.")
  private String heading = "";

  @NotBlank(message = "Write something.")
  @Size(max = MAX_CONTENT, message = "A page has at most {max} characters. Make two of it.")
  private String content = "";

  private String version = "";

  /** Whether the text stood beside the one that was saved meanwhile. */
  private boolean conflict;

  static PageForm of(Page page) {
    PageForm form = new PageForm();
    form.title = page.getTitle();
    form.heading = page.getHeading() == null ? "" : page.getHeading();
    form.content = page.getContent();
    form.version = Integer.toString(page.getVersion());
    return form;
  }

  PageText text() {
    return new PageText(title.strip(), heading.isBlank() ? null : heading.strip(), content);
  }

  /** The version that was edited; one that no page has if the field did not come back as it was sent. */
  int expectedVersion() {
    try {
      return Integer.parseInt(version);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getHeading() {
    return heading;
  }

  public void setHeading(String heading) {
    this.heading = heading;
  }

  public String getContent() {
    return content;
  }

  public void setContent(String content) {
    this.content = content;
  }

  public String getVersion() {
    return version;
  }

  public void setVersion(String version) {
    this.version = version;
  }

  public boolean isConflict() {
    return conflict;
  }

  public void setConflict(boolean conflict) {
    this.conflict = conflict;
  }
}

package io.alchemy.benchmarks.twin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The form in which a page is written or edited. */
public record PageForm(
    @NotBlank @Size(max = 255) String title,
    @Size(max = 255) String heading,
    @NotBlank @Size(max = 100_000) String content,
    int version) {
  static final PageForm BLANK = new PageForm("", "", "", 0);

  static PageForm of(WikiPage page) {
    String heading = page.getHeading();
    return new PageForm(
        page.getTitle(), heading == null ? "" : heading, page.getContent(), page.getVersion());
  }
}

package io.alchemy.benchmarks.twin;

import java.util.Locale;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Everything a person can do with the wiki. */
@Service
@Transactional
class Wiki {
  private static final int SIZE = 10;
  private static final Sort NEWEST = Sort.by(Sort.Direction.DESC, "posted", "id");

  private final PageRepository pages;
  private final TagRepository tags;

  Wiki(PageRepository pages, TagRepository tags) {
    this.pages = pages;
    this.tags = tags;
  }

  private static Pageable sheet(int number) {
    return PageRequest.of(Math.max(number, 1) - 1, SIZE, NEWEST);
  }

  @Transactional(readOnly = true)
  Page<WikiPage> list(String words, int number) {
    return words.isBlank()
        ? pages.findAll(sheet(number))
        : pages.mentioning(words.strip().toLowerCase(Locale.ROOT), sheet(number));
  }

  @Transactional(readOnly = true)
  Page<WikiPage> tagged(String name, int number) {
    return pages.findByTagsName(name, sheet(number));
  }

  @Transactional(readOnly = true)
  WikiPage page(int id) {
    return existing(id);
  }

  WikiPage create(PageForm form) {
    return pages.save(new WikiPage(form));
  }

  void edit(int id, PageForm form) {
    WikiPage page = existing(id);
    if (page.getVersion() != form.version()) {
      throw new ResponseStatusException(HttpStatus.CONFLICT);
    }
    page.edit(form);
  }

  void delete(int id) {
    pages.delete(existing(id));
  }

  void comment(int id, CommentForm form) {
    WikiPage page = existing(id);
    page.getComments().add(new WikiComment(page, form));
  }

  void tag(int id, String typed) {
    String name = typed.strip().toLowerCase(Locale.ROOT);
    WikiTag tag = tags.findByName(name).orElseGet(() -> tags.save(new WikiTag(name)));
    WikiPage page = existing(id);
    if (!page.getTags().contains(tag)) {
      page.getTags().add(tag);
    }
  }

  private WikiPage existing(int id) {
    return pages.findById(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}

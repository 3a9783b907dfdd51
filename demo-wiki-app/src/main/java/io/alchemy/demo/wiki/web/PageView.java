package io.alchemy.demo.wiki.web;

import io.alchemy.demo.wiki.markdown.Markdown;
import io.alchemy.demo.wiki.pages.Wiki;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * The view of one page, with its comments and its forms. Comments and tags are not fetched here: the template touches them, and
 * they load when touched, one statement each.
 */
@Component
class PageView {
  private final Wiki wiki;
  private final Markdown markdown;

  PageView(Wiki wiki, Markdown markdown) {
    this.wiki = wiki;
    this.markdown = markdown;
  }

  ModelAndView of(int id) {
    return of(id, new CommentForm(), new TagForm());
  }

  ModelAndView of(int id, CommentForm comment) {
    return of(id, comment, new TagForm());
  }

  ModelAndView of(int id, TagForm tag) {
    return of(id, new CommentForm(), tag);
  }

  private ModelAndView of(int id, CommentForm comment, TagForm tag) {
    var page = wiki.page(id);
    return new ModelAndView("page")
        .addObject("page", page)
        .addObject("html", markdown.html(page.getContent()))
        .addObject("comment", comment)
        .addObject("tag", tag);
  }
}

package io.alchemy.benchmarks.twin;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Lists, shows, writes, edits, deletes, comments and tags pages. */
@Controller
class WikiController {
  private final Wiki wiki;
  private final Markdown markdown;

  WikiController(Wiki wiki, Markdown markdown) {
    this.wiki = wiki;
    this.markdown = markdown;
  }

  @GetMapping("/")
  ModelAndView list(
      @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page) {
    return new ModelAndView("list")
        .addObject("title", q.isBlank() ? "Pages" : "Pages with " + q)
        .addObject("q", q)
        .addObject("list", wiki.list(q, page));
  }

  @GetMapping("/tags/{name}")
  ModelAndView tagged(@PathVariable String name, @RequestParam(defaultValue = "1") int page) {
    return new ModelAndView("list")
        .addObject("title", "Pages tagged " + name)
        .addObject("list", wiki.tagged(name, page));
  }

  @GetMapping("/pages/{id}")
  ModelAndView show(@PathVariable int id) {
    WikiPage page = wiki.page(id);
    return new ModelAndView("page")
        .addObject("title", page.getTitle())
        .addObject("page", page)
        .addObject("html", markdown.html(page.getContent()));
  }

  @GetMapping("/pages/new")
  ModelAndView blank() {
    return form("New page", PageForm.BLANK);
  }

  @PostMapping("/pages/new")
  String create(@Valid PageForm form) {
    return "redirect:/pages/" + wiki.create(form).getId();
  }

  @GetMapping("/pages/{id}/edit")
  ModelAndView edit(@PathVariable int id) {
    return form("Edit", PageForm.of(wiki.page(id)));
  }

  private static ModelAndView form(String title, PageForm form) {
    return new ModelAndView("edit").addObject("title", title).addObject("form", form);
  }

  @PostMapping("/pages/{id}/edit")
  String edit(@PathVariable int id, @Valid PageForm form) {
    wiki.edit(id, form);
    return "redirect:/pages/" + id;
  }

  @PostMapping("/pages/{id}/delete")
  String delete(@PathVariable int id) {
    wiki.delete(id);
    return "redirect:/";
  }

  @PostMapping("/pages/{id}/comments")
  String comment(@PathVariable int id, @Valid CommentForm comment) {
    wiki.comment(id, comment);
    return "redirect:/pages/" + id;
  }

  @PostMapping("/pages/{id}/tags")
  String tag(@PathVariable int id, @Valid TagForm tag) {
    wiki.tag(id, tag.name());
    return "redirect:/pages/" + id;
  }
}

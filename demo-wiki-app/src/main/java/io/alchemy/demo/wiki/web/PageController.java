package io.alchemy.demo.wiki.web;

import io.alchemy.demo.wiki.model.Page;
import io.alchemy.demo.wiki.pages.EditConflictException;
import io.alchemy.demo.wiki.pages.PageNotFoundException;
import io.alchemy.demo.wiki.pages.PageText;
import io.alchemy.demo.wiki.pages.Wiki;
import jakarta.validation.Valid;
import java.util.Objects;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Lists, shows, writes, edits and deletes pages. */
@Controller
class PageController {
  private static final int LONGEST_SEARCH = 100;

  private final Wiki wiki;
  private final PageView view;

  PageController(Wiki wiki, PageView view) {
    this.wiki = wiki;
    this.view = view;
  }

  @GetMapping("/")
  ModelAndView list(
      @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") String page) {
    String words = q.length() > LONGEST_SEARCH ? q.substring(0, LONGEST_SEARCH) : q;
    return new ModelAndView("list")
        .addObject("q", words)
        .addObject("list", wiki.list(words, SheetNumber.of(page)));
  }

  @GetMapping("/pages/new")
  String blank(@ModelAttribute("form") PageForm form) {
    return "new";
  }

  @PostMapping("/pages/new")
  ModelAndView create(@Valid @ModelAttribute("form") PageForm form, BindingResult errors) {
    if (errors.hasErrors()) {
      return new ModelAndView("new", HttpStatus.UNPROCESSABLE_CONTENT);
    }
    Page page = wiki.create(form.text());
    return new ModelAndView("redirect:/pages/" + Objects.requireNonNull(page.getId()));
  }

  @GetMapping("/pages/{id}")
  ModelAndView show(@PathVariable int id) {
    return view.of(id);
  }

  @GetMapping("/pages/{id}/edit")
  ModelAndView edit(@PathVariable int id) {
    return new ModelAndView("edit")
        .addObject("id", id)
        .addObject("form", PageForm.of(wiki.page(id)));
  }

  @PostMapping("/pages/{id}/edit")
  ModelAndView edit(
      @PathVariable int id, @Valid @ModelAttribute("form") PageForm form, BindingResult errors) {
    if (errors.hasErrors()) {
      return invalid(id, form);
    }
    try {
      wiki.edit(id, form.expectedVersion(), form.text());
      return new ModelAndView("redirect:/pages/" + id);
    } catch (EditConflictException | OptimisticLockingFailureException | PageNotFoundException e) {
      return wiki.find(id)
          .map(theirs -> afterConflict(id, theirs, form))
          .orElseGet(() -> gone(form));
    }
  }

  @PostMapping("/pages/{id}/delete")
  String delete(@PathVariable int id) {
    wiki.delete(id);
    return "redirect:/";
  }

  /** Shown as it was: a text that stood beside another one stays there. */
  private ModelAndView invalid(int id, PageForm form) {
    if (form.isConflict()) {
      return wiki.find(id)
          .map(theirs -> conflict(id, theirs, form, HttpStatus.UNPROCESSABLE_CONTENT))
          .orElseGet(() -> gone(form));
    }
    return new ModelAndView("edit", HttpStatus.UNPROCESSABLE_CONTENT).addObject("id", id);
  }

  /** Two who wrote the same agree; most often it is one person who pressed Save twice. */
  private static ModelAndView afterConflict(int id, Page theirs, PageForm form) {
    return PageText.of(theirs).equals(form.text())
        ? new ModelAndView("redirect:/pages/" + id)
        : conflict(id, theirs, form, HttpStatus.CONFLICT);
  }

  /**
   * Both texts, side by side. The form now carries the version that is shown beside it: sent again it replaces exactly that, and
   * if a third edit comes between there is a conflict again.
   */
  private static ModelAndView conflict(int id, Page theirs, PageForm form, HttpStatus status) {
    form.setVersion(Integer.toString(theirs.getVersion()));
    return new ModelAndView("conflict", status)
        .addObject("id", id)
        .addObject("theirs", theirs)
        .addObject("form", form);
  }

  /** The page was deleted while somebody edited it: the text is still here, and can become a new page. */
  private static ModelAndView gone(PageForm form) {
    return new ModelAndView("gone", HttpStatus.NOT_FOUND).addObject("form", form);
  }
}

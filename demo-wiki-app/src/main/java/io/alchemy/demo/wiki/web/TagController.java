package io.alchemy.demo.wiki.web;

import io.alchemy.demo.wiki.model.TagName;
import io.alchemy.demo.wiki.pages.PageList;
import io.alchemy.demo.wiki.pages.Wiki;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Puts pages under tags, and lists what is under one. */
@Controller
class TagController {
  private final Wiki wiki;
  private final PageView view;

  TagController(Wiki wiki, PageView view) {
    this.wiki = wiki;
    this.view = view;
  }

  @PostMapping("/pages/{id}/tags")
  ModelAndView tag(@PathVariable int id, @ModelAttribute("tag") TagForm tag, BindingResult errors) {
    Optional<TagName> name = tag.tagName();
    if (name.isEmpty()) {
      errors.rejectValue(
          "name",
          "tag",
          "A tag is a word of at most "
              + TagName.MAX_LENGTH
              + " letters and digits; - . + # may follow the first.");
      ModelAndView again = view.of(id, tag);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    try {
      wiki.tag(id, name.get());
    } catch (DuplicateKeyException e) {
      // Somebody put the page under the same tag at the same moment: what was asked for is so.
    }
    return new ModelAndView("redirect:/pages/" + id);
  }

  @GetMapping("/tags/{name}")
  ModelAndView list(@PathVariable String name, @RequestParam(defaultValue = "1") String page) {
    TagName tag = TagName.of(name).orElseThrow(() -> new TagNotFoundException(name));
    PageList list =
        wiki.tagged(tag, SheetNumber.of(page)).orElseThrow(() -> new TagNotFoundException(name));
    return new ModelAndView("tag").addObject("tag", tag.value()).addObject("list", list);
  }
}

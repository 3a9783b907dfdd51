package io.alchemy.demo.wiki.web;

import io.alchemy.demo.wiki.pages.Wiki;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Takes comments. */
@Controller
class CommentController {
  private final Wiki wiki;
  private final PageView view;

  CommentController(Wiki wiki, PageView view) {
    this.wiki = wiki;
    this.view = view;
  }

  @PostMapping("/pages/{id}/comments")
  ModelAndView comment(
      @PathVariable int id,
      @Valid @ModelAttribute("comment") CommentForm comment,
      BindingResult errors) {
    if (errors.hasErrors()) {
      ModelAndView again = view.of(id, comment);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    wiki.comment(id, comment.getName().strip(), comment.getEmail().strip(), comment.getContent());
    return new ModelAndView("redirect:/pages/" + id + "#comments");
  }
}

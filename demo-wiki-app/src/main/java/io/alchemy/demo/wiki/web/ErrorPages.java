package io.alchemy.demo.wiki.web;

import io.alchemy.demo.wiki.csrf.CsrfException;
import io.alchemy.demo.wiki.pages.PageNotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Says in plain words what went wrong. What was typed into a refused form is shown again, so that it can be copied. */
@ControllerAdvice
class ErrorPages {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

  @ExceptionHandler({PageNotFoundException.class, TagNotFoundException.class})
  ModelAndView notFound(RuntimeException missing, HttpServletRequest request) {
    return page(HttpStatus.NOT_FOUND, "Not found", missing.getMessage(), request);
  }

  /** Also where a page's number should be and is none: {@code /pages/abc}. */
  @ExceptionHandler({NoResourceFoundException.class, MethodArgumentTypeMismatchException.class})
  static ModelAndView nothingHere(HttpServletRequest request) {
    return page(HttpStatus.NOT_FOUND, "Not found", "There is nothing at this address.", request);
  }

  @ExceptionHandler
  ModelAndView refused(CsrfException refused, HttpServletRequest request) {
    return page(
        HttpStatus.FORBIDDEN,
        "This form is too old",
        "It was not sent from a page that this wiki showed you lately, so nothing was changed. "
            + "Open the page again, and send the form from there.",
        request);
  }

  /**
   * The database kept two acts apart that came at the same moment: the page that was to be deleted got a comment, the one
   * that was to be commented is gone.
   */
  @ExceptionHandler({ConcurrencyFailureException.class, DataIntegrityViolationException.class})
  ModelAndView crossed(HttpServletRequest request) {
    return page(
        HttpStatus.CONFLICT,
        "Somebody was faster",
        "The page was changed or deleted at the same moment, so nothing of yours was done."
            + " Look at it again, and then try once more.",
        request);
  }

  /** Text that is not UTF-8, or more of it than the server takes. */
  @ExceptionHandler
  ModelAndView unreadable(InvalidParameterException unreadable, HttpServletRequest request) {
    HttpStatusCode status = HttpStatusCode.valueOf(unreadable.getErrorCode());
    return page(
        status,
        reason(status),
        "What your browser sent could not be read. Nothing was changed.",
        request);
  }

  @ExceptionHandler
  ModelAndView failed(Exception failure, HttpServletRequest request) {
    if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      return page(known.getStatusCode(), reason(known.getStatusCode()), null, request);
    }
    LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
    return broken(request);
  }

  /** What the server itself, or a filter, answered with no more than a status. */
  static ModelAndView failed(int status, HttpServletRequest request) {
    HttpStatusCode code = HttpStatusCode.valueOf(status);
    if (code.isSameCodeAs(HttpStatus.NOT_FOUND)) {
      return nothingHere(request);
    }
    return code.is4xxClientError() ? page(code, reason(code), null, request) : broken(request);
  }

  private static ModelAndView broken(HttpServletRequest request) {
    return page(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "Something broke",
        "It is not your fault. What you asked for was not done; the log says why.",
        request);
  }

  private static ModelAndView page(
      HttpStatusCode status, String title, @Nullable String message, HttpServletRequest request) {
    return new ModelAndView("error", status)
        .addObject("status", status.value())
        .addObject("error", title)
        .addObject("message", message)
        .addObject("typed", typed(request));
  }

  private static String typed(HttpServletRequest request) {
    try {
      return Stream.of("title", "heading", "content")
          .map(request::getParameter)
          .filter(text -> text != null && !text.isBlank())
          .collect(Collectors.joining("\n\n"));
    } catch (InvalidParameterException unreadable) {
      return "";
    }
  }

  private static String reason(HttpStatusCode status) {
    HttpStatus known = HttpStatus.resolve(status.value());
    return known == null ? "Refused" : known.getReasonPhrase();
  }
}

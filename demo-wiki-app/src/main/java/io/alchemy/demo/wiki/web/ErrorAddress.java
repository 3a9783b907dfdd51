package io.alchemy.demo.wiki.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the server sends what failed outside of a controller. Somebody who types the address in finds nothing there. */
@Controller
class ErrorAddress implements ErrorController {
  @RequestMapping("${server.error.path:/error}")
  ModelAndView failed(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? ErrorPages.failed(status, request)
        : ErrorPages.nothingHere(request);
  }
}

package io.alchemy.demo.wiki.statements;

import io.alchemy.engine.ExecutionListener;
import io.alchemy.engine.StatementEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Listens to the engine and keeps, with each request, what that request executed; statements of other threads, as on start-up,
 * pass. Templates ask {@code @statements.current()}, last of all, so that what they load themselves is in it. A post ends in a
 * redirect and has no page of its own: its statements travel to the next page as {@code @statements.before()}.
 */
@Component("statements")
public class RequestStatements implements ExecutionListener, HandlerInterceptor {
  private static final String CURRENT = RequestStatements.class.getName() + ".current";
  private static final String BEFORE = RequestStatements.class.getName() + ".before";

  @Override
  public void afterExecute(StatementEvent event) {
    record(event);
  }

  @Override
  public void executeFailed(StatementEvent event) {
    record(event);
  }

  /** What this request has executed up to now. */
  public StatementLog current() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    return request == null ? StatementLog.NONE : new StatementLog(listOf(request));
  }

  /** What the post executed that led to this page; empty if none did. */
  public StatementLog before() {
    return RequestContextHolder.currentRequestAttributes()
                .getAttribute(BEFORE, RequestAttributes.SCOPE_REQUEST)
            instanceof StatementLog log
        ? log
        : StatementLog.NONE;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    var arrived = RequestContextUtils.getInputFlashMap(request);
    if (arrived != null && arrived.get(BEFORE) instanceof StatementLog log) {
      request.setAttribute(BEFORE, log);
    }
    return true;
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView answer) {
    String view = answer == null ? null : answer.getViewName();
    if (view != null && view.startsWith("redirect:")) {
      RequestContextUtils.getOutputFlashMap(request).put(BEFORE, current());
    }
  }

  private static void record(StatementEvent event) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      listOf(request).add(new ExecutedStatement(event.sql(), event.batchSize(), event.nanos()));
    }
  }

  /** One request is one thread here, so a plain list does. */
  @SuppressWarnings("unchecked")
  private static List<ExecutedStatement> listOf(RequestAttributes request) {
    var list =
        (List<ExecutedStatement>) request.getAttribute(CURRENT, RequestAttributes.SCOPE_REQUEST);
    if (list == null) {
      list = new ArrayList<>();
      request.setAttribute(CURRENT, list, RequestAttributes.SCOPE_REQUEST);
    }
    return list;
  }
}

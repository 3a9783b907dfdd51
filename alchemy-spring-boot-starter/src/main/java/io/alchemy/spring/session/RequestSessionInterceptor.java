package io.alchemy.spring.session;

import io.alchemy.orm.SessionMaker;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.ui.ModelMap;
import org.springframework.web.context.request.AsyncWebRequestInterceptor;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.CallableProcessingInterceptor;
import org.springframework.web.context.request.async.WebAsyncManager;
import org.springframework.web.context.request.async.WebAsyncUtils;

/**
 * Gives each web request one session, so that what a transaction loaded may load more while the view is rendered. The session
 * is opened by whoever needs it first, and outside a transaction it holds a connection for one statement only.
 */
public class RequestSessionInterceptor implements AsyncWebRequestInterceptor {
  private final SessionMaker maker;
  private final String nested;

  public RequestSessionInterceptor(SessionMaker maker) {
    this.maker = maker;
    this.nested = RequestSessionInterceptor.class.getName() + "." + System.identityHashCode(maker);
  }

  @Override
  public void preHandle(WebRequest request) {
    WebAsyncManager async = WebAsyncUtils.getAsyncManager(request);
    if (async.hasConcurrentResult()
        && async.getCallableInterceptor(nested) instanceof AsyncRequestSession waiting) {
      waiting.bind();
      return;
    }
    if (TransactionSynchronizationManager.hasResource(maker)) {
      request.setAttribute(nested, depth(request) + 1, WebRequest.SCOPE_REQUEST);
      return;
    }
    SessionHolder holder = new SessionHolder(maker);
    TransactionSynchronizationManager.bindResource(maker, holder);
    AsyncRequestSession interceptor = new AsyncRequestSession(maker, holder);
    async.registerCallableInterceptor(nested, (CallableProcessingInterceptor) interceptor);
    async.registerDeferredResultInterceptor(nested, interceptor);
  }

  @Override
  public void postHandle(WebRequest request, @Nullable ModelMap model) {}

  @Override
  public void afterCompletion(WebRequest request, @Nullable Exception failure) {
    if (leaveNested(request)) {
      return;
    }
    SessionHolder holder =
        (SessionHolder) TransactionSynchronizationManager.unbindResourceIfPossible(maker);
    if (holder != null) {
      holder.close();
    }
  }

  @Override
  public void afterConcurrentHandlingStarted(WebRequest request) {
    if (!leaveNested(request)) {
      TransactionSynchronizationManager.unbindResource(maker);
    }
  }

  /** A forward or an include runs the interceptor again within the request: the session is the outer one's. */
  private boolean leaveNested(WebRequest request) {
    int depth = depth(request);
    if (depth == 0) {
      return false;
    }
    if (depth == 1) {
      request.removeAttribute(nested, WebRequest.SCOPE_REQUEST);
    } else {
      request.setAttribute(nested, depth - 1, WebRequest.SCOPE_REQUEST);
    }
    return true;
  }

  private int depth(WebRequest request) {
    return request.getAttribute(nested, WebRequest.SCOPE_REQUEST) instanceof Integer depth
        ? depth
        : 0;
  }
}

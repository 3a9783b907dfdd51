package io.alchemy.spring.session;

import io.alchemy.orm.SessionMaker;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.CallableProcessingInterceptor;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.DeferredResultProcessingInterceptor;

/**
 * Takes a request's session along to the thread that works for the request, and closes it where no dispatch back to the
 * interceptor will: after a timeout or an error.
 */
final class AsyncRequestSession
    implements CallableProcessingInterceptor, DeferredResultProcessingInterceptor {
  private final SessionMaker maker;
  private final SessionHolder holder;
  private volatile boolean failed;

  AsyncRequestSession(SessionMaker maker, SessionHolder holder) {
    this.maker = maker;
    this.holder = holder;
  }

  void bind() {
    failed = false;
    TransactionSynchronizationManager.bindResource(maker, holder);
  }

  @Override
  public <T> void preProcess(NativeWebRequest request, Callable<T> task) {
    bind();
  }

  @Override
  public <T> void postProcess(
      NativeWebRequest request, Callable<T> task, @Nullable Object concurrentResult) {
    TransactionSynchronizationManager.unbindResource(maker);
  }

  @Override
  public <T> Object handleTimeout(NativeWebRequest request, Callable<T> task) {
    failed = true;
    return RESULT_NONE;
  }

  @Override
  public <T> Object handleError(NativeWebRequest request, Callable<T> task, Throwable error) {
    failed = true;
    return RESULT_NONE;
  }

  @Override
  public <T> void afterCompletion(NativeWebRequest request, Callable<T> task) {
    closeIfFailed();
  }

  @Override
  public <T> boolean handleTimeout(NativeWebRequest request, DeferredResult<T> result) {
    failed = true;
    return true;
  }

  @Override
  public <T> boolean handleError(
      NativeWebRequest request, DeferredResult<T> result, Throwable error) {
    failed = true;
    return true;
  }

  @Override
  public <T> void afterCompletion(NativeWebRequest request, DeferredResult<T> result) {
    closeIfFailed();
  }

  private void closeIfFailed() {
    if (failed) {
      holder.close();
    }
  }
}

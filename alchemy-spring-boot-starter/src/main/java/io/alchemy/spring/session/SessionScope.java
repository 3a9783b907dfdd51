package io.alchemy.spring.session;

import io.alchemy.orm.SessionMaker;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A session for a scope that Spring synchronizes without a transaction: {@code SUPPORTS}, {@code NOT_SUPPORTED}. */
final class SessionScope extends ResourceHolderSynchronization<SessionHolder, SessionMaker> {
  private SessionScope(SessionHolder holder, SessionMaker maker) {
    super(holder, maker);
  }

  static SessionHolder open(SessionMaker maker) {
    SessionHolder holder = new SessionHolder(maker);
    TransactionSynchronizationManager.registerSynchronization(new SessionScope(holder, maker));
    TransactionSynchronizationManager.bindResource(maker, holder);
    return holder;
  }

  @Override
  protected void releaseResource(SessionHolder holder, SessionMaker maker) {
    holder.close();
  }
}

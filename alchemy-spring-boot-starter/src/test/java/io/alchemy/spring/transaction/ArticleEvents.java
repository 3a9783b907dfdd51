package io.alchemy.spring.transaction;

import io.alchemy.spring.wiki.Article;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Changes an article just before the commit. */
class ArticleEvents {
  private final ApplicationEventPublisher publisher;
  private int heard;

  ArticleEvents(ApplicationEventPublisher publisher) {
    this.publisher = publisher;
  }

  record Created(Article article) {}

  void publish(Article article) {
    publisher.publishEvent(new Created(article));
  }

  void clear() {
    heard = 0;
  }

  int heard() {
    return heard;
  }

  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
  void beforeCommit(Created event) {
    heard++;
    event.article().setTitle(event.article().getTitle() + ", listened to");
  }
}

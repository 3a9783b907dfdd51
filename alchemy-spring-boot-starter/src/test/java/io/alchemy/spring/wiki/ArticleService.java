package io.alchemy.spring.wiki;

import io.alchemy.orm.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
public class ArticleService {
  private final Session session;

  public ArticleService(Session session) {
    this.session = session;
  }

  public Article create(String title) {
    Article article = new Article(title);
    session.add(article);
    return article;
  }

  public Article rename(int id, String title) {
    Article article = session.getOne(Article.class, id);
    article.setTitle(title);
    return article;
  }

  @Transactional(readOnly = true)
  public Article find(int id) {
    return session.getOne(Article.class, id);
  }

  public void renameAndFail(int id, String title) {
    rename(id, title);
    session.flush();
    throw new IllegalStateException("refused");
  }
}

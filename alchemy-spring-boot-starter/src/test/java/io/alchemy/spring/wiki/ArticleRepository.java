package io.alchemy.spring.wiki;

import io.alchemy.orm.Session;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Its exceptions are Spring's, because it is a repository. */
@Repository
public class ArticleRepository {
  private final Session session;

  public ArticleRepository(Session session) {
    this.session = session;
  }

  public List<Article> all() {
    return session.query(Article.class).all();
  }

  public void save(Article article) {
    session.add(article);
    session.flush();
  }
}

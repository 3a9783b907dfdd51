package io.alchemy.spring.session;

import com.zaxxer.hikari.HikariDataSource;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.orm.Session;
import io.alchemy.spring.wiki.Article;
import io.alchemy.spring.wiki.ArticleService;
import io.alchemy.spring.wiki.Remark;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.View;

/** Requests that use the request's session in different ways; each answers what there is to check. */
@Controller
class WikiController {
  private final Session session;
  private final ArticleService articles;
  private final JdbcTemplate jdbc;
  private final HikariDataSource pool;

  WikiController(
      Session session, ArticleService articles, JdbcTemplate jdbc, HikariDataSource pool) {
    this.session = session;
    this.articles = articles;
    this.jdbc = jdbc;
    this.pool = pool;
  }

  private static View view(Supplier<String> content) {
    return (model, request, response) -> response.getWriter().write(content.get());
  }

  private int connections() {
    return pool.getHikariPoolMXBean().getActiveConnections();
  }

  @GetMapping("/articles/{id}")
  View article(@PathVariable int id) {
    Article article = articles.find(id);
    return view(
        () -> article.getRemarks().stream().map(Remark::getText).collect(Collectors.joining(", ")));
  }

  @GetMapping("/articles/{id}/connections")
  View connectionsWhileRendering(@PathVariable int id) {
    Article article = articles.find(id);
    return view(() -> {
      int before = connections();
      int remarks = article.getRemarks().size();
      return before + " " + remarks + " " + connections();
    });
  }

  @GetMapping("/articles/{id}/twice")
  @ResponseBody
  String readTwice(@PathVariable int id) {
    Article first = articles.find(id);
    String before = first.getTitle();
    jdbc.update("UPDATE article SET title = 'Changed by another' WHERE id = ?", id);
    String stale = first.getTitle();
    Article second = articles.find(id);
    return before + ", " + stale + ", " + second.getTitle() + ", " + (first == second);
  }

  @GetMapping("/articles/{id}/rename")
  @ResponseBody
  String changeFirst(@PathVariable int id) {
    Article article = session.getOne(Article.class, id);
    article.setTitle("Set outside");
    return articles.find(id).getTitle();
  }

  @GetMapping("/articles/{id}/write")
  @ResponseBody
  String writeAndChange(@PathVariable int id) {
    articles.find(id);
    Article article = articles.rename(id, "Written");
    String written = jdbc.queryForObject("SELECT title FROM article", String.class);
    article.setTitle("Set later");
    return written + ", " + session.getOne(Article.class, id).getTitle();
  }

  @GetMapping("/articles/{id}/forget")
  @ResponseBody
  String changeOnly(@PathVariable int id) {
    Article article = session.getOne(Article.class, id);
    article.setTitle("Never written");
    return session.query(Article.class).all().get(0).getTitle() + " " + connections();
  }

  @GetMapping("/add")
  @ResponseBody
  String addOutside() {
    try {
      session.add(new Article("Home"));
      return "added";
    } catch (InvalidRequestException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @GetMapping("/nothing")
  @ResponseBody
  String nothing() {
    return "nothing " + connections();
  }

  @GetMapping("/articles/{id}/rollback")
  @ResponseBody
  String rolledBack(@PathVariable int id) {
    Article article = articles.find(id);
    try {
      articles.renameAndFail(id, "Refused");
    } catch (IllegalStateException expected) {
      // The session of the request goes on, with the row as it is.
    }
    return article.getTitle();
  }

  @GetMapping("/articles/{id}/callable")
  @ResponseBody
  Callable<String> callable(@PathVariable int id) {
    Article article = articles.find(id);
    return () -> {
      boolean same = session.getOne(Article.class, id) == article;
      return same + " " + List.copyOf(article.getRemarks()).size();
    };
  }

  @GetMapping("/fail")
  @ResponseBody
  String fail() {
    throw new IllegalStateException("refused: " + session.query(Article.class).count());
  }

  @GetMapping("/articles/{id}/deferred")
  @ResponseBody
  DeferredResult<String> deferred(@PathVariable int id) {
    Article article = articles.find(id);
    DeferredResult<String> result = new DeferredResult<>();
    result.setResult(article.getTitle());
    return result;
  }
}

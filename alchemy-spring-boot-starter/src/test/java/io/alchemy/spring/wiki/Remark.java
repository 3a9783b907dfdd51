package io.alchemy.spring.wiki;

import io.alchemy.orm.Mapped;
import org.jspecify.annotations.Nullable;

@Mapped
public class Remark {
  private @Nullable Integer id;
  private String text = "";
  private @Nullable Article article;

  public Remark() {}

  public Remark(String text) {
    this.text = text;
  }

  public @Nullable Integer getId() {
    return id;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public @Nullable Article getArticle() {
    return article;
  }

  public void setArticle(@Nullable Article article) {
    this.article = article;
  }
}

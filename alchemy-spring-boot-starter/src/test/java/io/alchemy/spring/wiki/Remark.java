package io.alchemy.spring.wiki;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "remark")
public class Remark {
  @Id
  @GeneratedValue
  private @Nullable Integer id;

  @Column(length = 255)
  private String text = "";

  @ManyToOne
  @JoinColumn(name = "article_id")
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

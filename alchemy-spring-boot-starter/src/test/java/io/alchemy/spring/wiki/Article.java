package io.alchemy.spring.wiki;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "article")
public class Article {
  @Id
  @GeneratedValue
  private @Nullable Integer id;

  @Column(length = 255, nullable = false, unique = true)
  private String title = "Untitled";

  @OneToMany(mappedBy = "article")
  private List<Remark> remarks = new ArrayList<>();

  @Version
  private int version;

  public Article() {}

  public Article(String title) {
    this.title = title;
  }

  public @Nullable Integer getId() {
    return id;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public List<Remark> getRemarks() {
    return remarks;
  }

  public int getVersion() {
    return version;
  }
}

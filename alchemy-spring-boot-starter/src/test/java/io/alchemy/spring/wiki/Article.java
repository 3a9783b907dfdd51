package io.alchemy.spring.wiki;

import io.alchemy.orm.Mapped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Mapped
public class Article {
  private @Nullable Integer id;
  private String title = "Untitled";
  private @Nullable Integer version;
  private List<Remark> remarks = new ArrayList<>();

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

  public @Nullable Integer getVersion() {
    return version;
  }

  public List<Remark> getRemarks() {
    return remarks;
  }
}

package io.alchemy.benchmarks.twin;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A word that pages are found by. */
@Entity
@Table(name = "tag")
public class WikiTag {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Integer id;

  private String name = "";

  protected WikiTag() {}

  WikiTag(String name) {
    this.name = name;
  }

  public @Nullable Integer getId() {
    return id;
  }

  public String getName() {
    return name;
  }
}

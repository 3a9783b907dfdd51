package io.alchemy.spring.wiki;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Says itself how it is mapped; the others are mapped by {@link WikiMappings}. */
@Entity
@Table(name = "label")
public class Label {
  @Id
  @GeneratedValue
  private @Nullable Integer id;

  @Column(length = 20, nullable = false)
  private String name = "";

  public Label() {}

  public Label(String name) {
    this.name = name;
  }

  public @Nullable Integer getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }
}

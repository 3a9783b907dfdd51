package io.alchemy.demo.wiki.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The form below a page in which somebody comments on it. */
public class CommentForm {
  private static final int MAX_NAME = 255;
  private static final int MAX_CONTENT = 10_000;

  @NotBlank(message = "Who are you?")
  @Size(max = MAX_NAME, message = "A name has at most {max} characters.")
  private String name = "";

  @NotBlank(message = "An e-mail address is needed; it is not shown.")
  @Email(message = "This is no e-mail address.")
  @Size(max = MAX_NAME, message = "An e-mail address has at most {max} characters.")
  private String email = "";

  @NotBlank(message = "Say something.")
  @Size(max = MAX_CONTENT, message = "A comment has at most {max} characters.")
  private String content = "";

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getContent() {
    return content;
  }

  public void setContent(String content) {
    this.content = content;
  }
}

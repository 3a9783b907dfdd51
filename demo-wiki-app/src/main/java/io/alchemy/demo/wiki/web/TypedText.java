package io.alchemy.demo.wiki.web;

import java.beans.PropertyEditorSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Cleans text on its way in, everywhere alike: line ends become {@code \n} (browsers send {@code \r\n}, which would make every
 * edit differ), and control characters go, among them U+0000, which PostgreSQL refuses in text.
 */
@ControllerAdvice
class TypedText {
  private static final Pattern LINE_END = Pattern.compile("\r\n?");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");

  @InitBinder
  void cleanText(WebDataBinder binder) {
    binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
      @Override
      public void setAsText(@Nullable String typed) {
        setValue(typed == null ? "" : clean(typed));
      }
    });
  }

  static String clean(String typed) {
    return CONTROL.matcher(LINE_END.matcher(typed).replaceAll("\n")).replaceAll("");
  }
}

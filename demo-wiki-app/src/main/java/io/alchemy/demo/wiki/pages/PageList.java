package io.alchemy.demo.wiki.pages;

import io.alchemy.demo.wiki.model.Page;
import java.util.List;

/** One sheet of a long list of pages; {@code number} counts from 1. */
public record PageList(List<Page> pages, int number, long total) {
  public static final int SIZE = 10;

  static int sheets(long total) {
    return (int) Math.max(1, (total + SIZE - 1) / SIZE);
  }

  public int sheets() {
    return sheets(total);
  }

  public boolean hasPrevious() {
    return number > 1;
  }

  public boolean hasNext() {
    return number < sheets();
  }
}

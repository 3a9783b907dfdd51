package io.alchemy.benchmarks.wiki;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;

/** What a new page is made of. */
public record Draft(String content, LocalDateTime posted, String title, String heading) {
  /** The same {@code count} drafts every time. */
  public static List<Draft> list(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> new Draft(
            Seed.contentOf(i), Seed.START.plusSeconds(i), "New page " + i, "New heading " + i))
        .toList();
  }
}

package io.alchemy.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The results of a connection whose cursors are open. */
final class OpenResults {
  private final Set<RowFeed> feeds = new LinkedHashSet<>();

  void add(RowFeed feed) {
    feeds.add(feed);
  }

  void remove(RowFeed feed) {
    feeds.remove(feed);
  }

  boolean isStreaming() {
    return feeds.stream().anyMatch(RowFeed::isStreaming);
  }

  /** Takes the rows of results that are still to be read into memory, since the next statement runs; streams stay open. */
  void keep() {
    if (!feeds.isEmpty()) {
      for (RowFeed feed : List.copyOf(feeds)) {
        feed.keep();
      }
    }
  }

  /** Closes every cursor; all are closed even if closing one fails, and the first failure is given back. */
  @Nullable
  RuntimeException close(String because) {
    RuntimeException failure = null;
    for (RowFeed feed : new ArrayList<>(feeds)) {
      try {
        feed.close(because);
      } catch (RuntimeException error) {
        if (failure == null) {
          failure = error;
        } else {
          failure.addSuppressed(error);
        }
      }
    }
    feeds.clear();
    return failure;
  }
}

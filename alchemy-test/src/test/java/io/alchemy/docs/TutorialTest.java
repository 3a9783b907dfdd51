package io.alchemy.docs;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TutorialTest {
  @TempDir
  Path directory;

  @Test
  void everySnippetRunsAndPrintsWhatThePageSays() throws Exception {
    PageProgram.check(Path.of("..", "docs", "tutorial.md"), directory);
  }
}

package io.alchemy.docs;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
  @TempDir
  Path directory;

  @Test
  void theScreenOfCodeRunsAndPrintsWhatThePageSays() throws Exception {
    PageProgram.check(Path.of("..", "README.md"), directory);
  }
}

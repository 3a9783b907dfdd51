package io.alchemy.orm.unitofwork;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.error.ConcurrentSessionException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ThreadGuardTests {
  private final ThreadGuard guard = new ThreadGuard();

  @Test
  void aSecondThreadInsideIsRefusedByName() {
    guard.enter("flush");

    assertThatThrownBy(() -> elsewhere(() -> guard.enter("get")))
        .hasCauseInstanceOf(ConcurrentSessionException.class)
        .cause()
        .hasMessageContaining("get")
        .hasMessageContaining("flush")
        .hasMessageContaining(Thread.currentThread().getName());
  }

  @Test
  void theSameThreadEntersAgain() {
    guard.enter("flush");
    guard.enter("a lazy load");
    guard.exit();

    assertThatThrownBy(() -> elsewhere(() -> guard.enter("get")))
        .hasCauseInstanceOf(ConcurrentSessionException.class);
    guard.exit();
    assertThatCode(() -> elsewhere(() -> guard.enter("get"))).doesNotThrowAnyException();
  }

  @Test
  void threadsMayTakeTurns() {
    assertThatCode(() -> {
          for (int i = 0; i < 3; i++) {
            elsewhere(() -> {
              guard.enter("add");
              guard.exit();
            });
            guard.enter("flush");
            guard.exit();
          }
        })
        .doesNotThrowAnyException();
  }

  private static void elsewhere(Runnable action) {
    CompletableFuture.runAsync(action).join();
  }
}

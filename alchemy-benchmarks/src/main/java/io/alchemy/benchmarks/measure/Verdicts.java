package io.alchemy.benchmarks.measure;

import io.alchemy.benchmarks.stack.StackKind;
import io.alchemy.benchmarks.workload.Workload;
import java.util.EnumMap;
import java.util.Map;

/** Which stacks did a workload as raw JDBC does it. */
final class Verdicts {
  /** What is wrong with all others where raw JDBC has no figures. */
  static final String NO_BASE = "raw JDBC itself failed, so there is nothing to compare with";

  private final Map<StackKind, Answer> answers = new EnumMap<>(StackKind.class);

  Verdicts(Workload workload, Map<StackKind, Map<Workload, Answer>> verified) {
    verified.forEach((stack, of) -> {
      Answer answer = of.get(workload);
      if (answer != null) {
        answers.put(stack, answer);
      }
    });
  }

  private Answer of(StackKind stack) {
    return answers.getOrDefault(stack, Answer.absent());
  }

  boolean isRight(StackKind stack) {
    return of(stack).kind() == Answer.Kind.DONE && problem(stack).isEmpty();
  }

  /** What is wrong; empty if nothing is, or if the stack has no way to do the work. */
  String problem(StackKind stack) {
    Answer answer = of(stack);
    if (answer.kind() == Answer.Kind.FAILED) {
      return answer.text();
    }
    Answer base = of(StackKind.JDBC);
    if (base.kind() == Answer.Kind.FAILED) {
      return NO_BASE;
    }
    if (answer.kind() == Answer.Kind.DONE
        && base.kind() == Answer.Kind.DONE
        && !answer.words().get(0).equals(base.words().get(0))) {
      return "its content differs from raw JDBC's";
    }
    return "";
  }

  int statements(StackKind stack) {
    return Integer.parseInt(of(stack).words().get(1));
  }
}

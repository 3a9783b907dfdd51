package io.alchemy.benchmarks.workload;

import io.alchemy.benchmarks.database.StatementCount;

/**
 * What an operation comes to, and by how many statements.
 *
 * @param digest of the content of some turns: the same for all stacks that do the same
 * @param statements how many one operation sends
 */
public record Verification(String digest, int statements) {
  /**
   * Does the work a few times.
   *
   * @param count what the stack's connections count with
   */
  public static Verification of(Operation operation, StatementCount count) throws Exception {
    Digest digest = new Digest();
    for (int turn = 0; turn < operation.turnsToVerify(); turn++) {
      operation.describe(turn, digest);
    }
    operation.prepare(operation.turnsToVerify());
    count.take();
    operation.run(operation.turnsToVerify());
    int statements = count.take();
    operation.undo();
    return new Verification(digest.toString(), statements);
  }
}

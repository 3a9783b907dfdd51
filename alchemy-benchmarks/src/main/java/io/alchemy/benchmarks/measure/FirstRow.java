package io.alchemy.benchmarks.measure;

import io.alchemy.benchmarks.database.Database;
import io.alchemy.benchmarks.stack.Stack;
import io.alchemy.benchmarks.stack.StackKind;
import io.alchemy.benchmarks.wiki.WikiPage;

/** The program of W9: opens a stack and reads one page. */
public final class FirstRow {
  private FirstRow() {}

  /**
   * @param arguments the stack's label and the database's URL
   */
  public static void main(String[] arguments) throws Exception {
    try (Stack stack = StackKind.labelled(arguments[0]).openCold(Database.at(arguments[1]))) {
      WikiPage page = stack.page(1);
      if (page == null) {
        throw new IllegalStateException("there is no page");
      }
      ColdStartRace.answer(0);
    }
  }
}

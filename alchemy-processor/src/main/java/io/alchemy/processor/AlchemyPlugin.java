package io.alchemy.processor;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;

/**
 * Prepares mapped classes while javac compiles them. It starts by itself wherever annotation processors are found, and
 * needs no {@code -Xplugin}.
 */
public final class AlchemyPlugin implements Plugin {
  @Override
  public String getName() {
    return "Alchemy";
  }

  @Override
  public boolean autoStart() {
    return true;
  }

  @Override
  public void init(JavacTask task, String... arguments) {
    task.addTaskListener(new CompilerListener(task, Compilation.begin()));
  }
}

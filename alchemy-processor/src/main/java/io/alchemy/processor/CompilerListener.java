package io.alchemy.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BiConsumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Follows javac through a compilation: checks mapped classes when they are analyzed, notes class files when they are
 * written, and prepares them when the compiler is done, because a class is prepared together with its superclasses and
 * its nest.
 */
final class CompilerListener implements TaskListener {
  private final JavacTask task;
  private final Compilation compilation;
  private final ClassOutput output;

  CompilerListener(JavacTask task, Compilation compilation) {
    this.task = task;
    this.compilation = compilation;
    this.output = new ClassOutput(compilation, task.getElements());
  }

  @Override
  public void started(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.GENERATE && event.getTypeElement() != null) {
      output.about(event.getTypeElement());
    }
  }

  @Override
  public void finished(TaskEvent event) {
    TypeElement type = event.getTypeElement();
    switch (event.getKind()) {
      case ANALYZE -> {
        if (type != null) {
          check(type, event.getCompilationUnit());
        }
      }
      case GENERATE -> {
        if (type != null) {
          wrote(type);
        }
      }
      case COMPILATION -> finish();
      default -> {}
    }
  }

  private void check(TypeElement type, @Nullable CompilationUnitTree unit) {
    Trees trees = Trees.instance(task);
    BiConsumer<Element, String> report =
        (element, message) -> print(trees, unit, Diagnostic.Kind.ERROR, element, message);
    for (TypeElement each : MappedTypes.withNested(type)) {
      if (!MappedTypes.isAnnotated(each)) {
        continue;
      }
      if (!compilation.isProcessed()) {
        print(
            trees,
            unit,
            Diagnostic.Kind.WARNING,
            each,
            each.getQualifiedName()
                + " is mapped, and annotation processing did not run: its metamodel is not written and it is not"
                + " prepared. Put alchemy-processor on the annotation processor path (from JDK 23 the class path alone"
                + " does not do), and do not turn processing off by -proc:none.");
      }
      new DeclarationCheck(up -> trees.getTree(up) != null, report).check(each);
    }
  }

  private static void print(
      Trees trees,
      @Nullable CompilationUnitTree unit,
      Diagnostic.Kind kind,
      Element element,
      String message) {
    Tree tree = trees.getTree(element);
    if (tree == null || unit == null) {
      throw new IllegalStateException(message);
    }
    trees.printMessage(kind, message, tree, unit);
  }

  private void wrote(TypeElement type) {
    try {
      output.wrote(type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void finish() {
    try {
      output.prepare();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      compilation.end();
    }
  }
}

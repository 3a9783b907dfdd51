package io.alchemy.processor;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Follows javac through a compilation: checks mapped classes when they are analyzed, notes class files when they are
 * written, and prepares them when the compiler is done, because a class is prepared together with its superclasses and
 * its nest.
 */
final class CompilerListener implements TaskListener {
  private final JavacTask task;
  private final Compilation compilation;
  private final ClassOutput output;
  private final Set<String> sources = new HashSet<>();

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
    CompilationUnitTree unit = event.getCompilationUnit();
    switch (event.getKind()) {
      case PARSE -> {
        if (unit != null) {
          note(packageOf(unit), unit.getTypeDecls());
        }
      }
      case ANALYZE -> {
        if (type != null && unit != null) {
          check(type, unit);
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

  /** Notes the classes of a source file, by qualified name. */
  private void note(String prefix, List<? extends Tree> declarations) {
    for (Tree declaration : declarations) {
      if (declaration instanceof ClassTree type) {
        String name = prefix + type.getSimpleName();
        sources.add(name);
        note(name + ".", type.getMembers());
      }
    }
  }

  private static String packageOf(CompilationUnitTree unit) {
    return unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
  }

  private void check(TypeElement type, CompilationUnitTree unit) {
    for (TypeElement each : MappedTypes.withNested(type)) {
      if (!MappedTypes.isAnnotated(each)) {
        continue;
      }
      if (!compilation.isProcessed()) {
        print(
            Diagnostic.Kind.WARNING,
            each.getQualifiedName()
                + " is mapped, and annotation processing did not run: its metamodel is not written and it is not"
                + " prepared. Put alchemy-processor on the annotation processor path (from JDK 23 the class path alone"
                + " does not do), and do not turn processing off by -proc:none.",
            each,
            type,
            unit);
      }
      new DeclarationCheck(
              up -> sources.contains(up.getQualifiedName().toString()),
              true,
              (where, message) -> print(Diagnostic.Kind.ERROR, message, where, type, unit))
          .check(each);
    }
  }

  /** Prints a message at an element, or at the class that is analyzed if javac has let go of the element's source. */
  private void print(
      Diagnostic.Kind kind,
      String message,
      Element where,
      TypeElement analyzed,
      CompilationUnitTree unit) {
    Trees trees = Trees.instance(task);
    Tree tree = trees.getTree(where);
    trees.printMessage(kind, message, tree == null ? trees.getTree(analyzed) : tree, unit);
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
    } catch (IOException | UncheckedIOException e) {
      Messager messager = compilation.messager();
      if (messager != null) {
        messager.printMessage(
            Diagnostic.Kind.ERROR, "Class files cannot be read or written to prepare them: " + e);
      }
    } finally {
      compilation.end();
    }
  }
}

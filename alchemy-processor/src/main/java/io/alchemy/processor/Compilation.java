package io.alchemy.processor;

import io.alchemy.orm.instrument.MappedIndex;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.nio.file.Path;
import java.nio.file.Paths;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * What plugin and processor of one run of javac know of each other. The compiler starts both on its own thread, the
 * plugin first, and gives neither a way to the other; and only the processor is given a way to the class output.
 */
final class Compilation {
  /** Weak, because a compiler that is left half-way never says that it ends; the compiler's listener holds it. */
  private static final ThreadLocal<@Nullable WeakReference<Compilation>> CURRENT =
      new ThreadLocal<>();

  private final @Nullable Compilation outer;
  private @Nullable Messager messager;
  private @Nullable Path output;
  private boolean processed;

  private Compilation(@Nullable Compilation outer) {
    this.outer = outer;
  }

  /** Called by the plugin when javac begins. */
  static Compilation begin() {
    Compilation begun = new Compilation(current());
    CURRENT.set(new WeakReference<>(begun));
    return begun;
  }

  private static @Nullable Compilation current() {
    WeakReference<Compilation> current = CURRENT.get();
    return current == null ? null : current.get();
  }

  /** Called by the plugin when javac ends. */
  void end() {
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(new WeakReference<>(outer));
    }
  }

  /**
   * Called by the processor when it begins.
   *
   * @return whether the plugin runs too; it does not where the compiler is not javac
   */
  static boolean processorRuns(ProcessingEnvironment environment) {
    Compilation current = current();
    if (current == null) {
      return false;
    }
    current.processed = true;
    current.messager = environment.getMessager();
    current.output = classOutput(environment.getFiler());
    return true;
  }

  private static @Nullable Path classOutput(Filer filer) {
    try {
      URI index = filer
          .getResource(StandardLocation.CLASS_OUTPUT, "", MappedIndex.RESOURCE)
          .toUri();
      if (!"file".equals(index.getScheme())) {
        return null;
      }
      Path path = Paths.get(index);
      Path within = Paths.get(MappedIndex.RESOURCE);
      Path root = path.getRoot();
      if (root == null || !path.endsWith(within)) {
        return null;
      }
      return root.resolve(path.subpath(0, path.getNameCount() - within.getNameCount()));
    } catch (IOException | RuntimeException e) {
      // Some file managers have no class output, or none that is one place.
      return null;
    }
  }

  /** Whether the annotation processor runs in this compilation. */
  boolean isProcessed() {
    return processed;
  }

  /** Where class files go; null where they go to no directory. */
  @Nullable
  Path output() {
    return output;
  }

  @Nullable
  Messager messager() {
    return messager;
  }
}

package io.alchemy.processor;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** A user's project in a directory: sources, a compiler, class files, and a class loader to run them in. */
final class Project {
  private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
  private static final Pattern TYPE = Pattern.compile(
      "(?m)^(?:package [\\w.]+; )?(?:@\\w+(?:\\(.*\\))? )*(?:public |final |abstract |sealed |non-sealed )*(?:class|record|interface|enum) (\\w+)");

  final Path sources;
  final Path classes;
  private final List<String> options = new ArrayList<>();
  private final List<Path> libraries = new ArrayList<>();
  private JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private @Nullable UnaryOperator<JavaFileManager> files;
  private boolean saves = true;
  private boolean processorPath = true;

  /** An empty project in {@code directory}. */
  Project(Path directory) {
    sources = create(directory.resolve("src"));
    classes = create(directory.resolve("classes"));
  }

  private static Path create(Path directory) {
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a compiler option. */
  Project with(String... more) {
    options.addAll(Arrays.asList(more));
    return this;
  }

  /** Compiles by another compiler than javac; Eclipse's leaves sources in the current directory, if it is not told where. */
  Project by(JavaCompiler other) {
    compiler = other;
    return with("-s", create(sources.resolveSibling("generated")).toString());
  }

  /** Gives the compiler a file manager that keeps class files; they are saved when the compiler is done. */
  Project inMemory(UnaryOperator<JavaFileManager> around) {
    files = around;
    return this;
  }

  /** Has processors on the class path alone. */
  Project withoutProcessorPath() {
    processorPath = false;
    return this;
  }

  /** Forgets what the compiler wrote into memory. */
  Project unsaved() {
    saves = false;
    return this;
  }

  /** Sees the classes of another project. */
  Project on(Project library) {
    libraries.add(library.classes);
    return this;
  }

  /** Adds a source file, named after its package and first type. */
  Project source(String text) {
    Matcher type = TYPE.matcher(text);
    if (!type.find()) {
      throw new IllegalArgumentException("no type in: " + text);
    }
    Matcher name = PACKAGE.matcher(text);
    String directory = name.find() ? name.group(1).replace('.', '/') + "/" : "";
    return file(directory + type.group(1) + ".java", text);
  }

  /** Adds a source file. */
  Project file(String path, String text) {
    try {
      Path file = sources.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Compiles all sources. */
  Result compile() {
    try (Stream<Path> files = Files.walk(sources)) {
      return compile(files.filter(each -> each.toString().endsWith(".java")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles some source files, as a build tool does that knows what changed. */
  Result compileOnly(String... paths) {
    return compile(Stream.of(paths).map(sources::resolve).toList());
  }

  private Result compile(List<Path> paths) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StringWriter out = new StringWriter();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
      JavaFileManager around = files == null ? manager : files.apply(manager);
      boolean success = compiler
          .getTask(
              out,
              around,
              diagnostics,
              allOptions(),
              null,
              manager.getJavaFileObjectsFromPaths(paths))
          .call();
      if (saves && around instanceof InMemoryFiles memory) {
        memory.save(classes);
      }
      return new Result(success, diagnostics.getDiagnostics(), out.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> allOptions() {
    List<String> all = new ArrayList<>(List.of("-d", classes.toString()));
    if (!options.contains("--module-path")) {
      all.addAll(List.of("-classpath", classPath()));
    }
    if (processorPath && !options.contains("-proc:none")) {
      all.addAll(List.of("-processorpath", System.getProperty("java.class.path")));
    }
    if (!options.contains("--release")) {
      all.addAll(List.of("--release", "17"));
    }
    all.addAll(options);
    return all;
  }

  String classPath() {
    return Stream.concat(
            Stream.concat(Stream.of(classes), libraries.stream()).map(Path::toString),
            Stream.of(System.getProperty("java.class.path")))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** A new class loader of what was compiled. */
  ClassLoader loader() {
    List<URL> urls = new ArrayList<>();
    try {
      urls.add(classes.toUri().toURL());
      for (Path library : libraries) {
        urls.add(library.toUri().toURL());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new URLClassLoader(urls.toArray(URL[]::new), Project.class.getClassLoader());
  }

  /** Runs {@code static Object run()} of a class, in a new class loader. */
  Object run(String className) throws Exception {
    return run(className, loader());
  }

  static Object run(String className, ClassLoader loader) throws Exception {
    try {
      var method = Class.forName(className, true, loader).getDeclaredMethod("run");
      method.setAccessible(true);
      return method.invoke(null);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw (Error) e.getCause();
    }
  }

  /** Runs a main method in a JVM of its own, and gives what it prints. */
  String java(String mainClass, String... jvmOptions) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(jvmOptions));
    arguments.addAll(List.of("-cp", classPath(), mainClass));
    return java(arguments);
  }

  /** Starts a JVM with these arguments, and gives what it prints. */
  String java(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    Path output = Files.createTempFile(classes.getParent(), "output", ".txt");
    Process process = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
    int code = process.waitFor();
    String text = Files.readString(output);
    if (code != 0) {
      throw new AssertionError(text);
    }
    return text;
  }

  /** What the compiler said. */
  record Result(
      boolean success, List<Diagnostic<? extends JavaFileObject>> diagnostics, String output) {
    /** Refuses to go on with a project that does not compile. */
    Result orFail() {
      if (!success) {
        throw new AssertionError(diagnostics + "\n" + output);
      }
      return this;
    }

    /** The messages of one kind, and those that javac prints beside. */
    List<String> messages(Diagnostic.Kind kind) {
      return diagnostics.stream()
          .filter(each -> each.getKind() == kind)
          .map(each -> each.getMessage(Locale.ROOT))
          .toList();
    }

    List<String> errors() {
      return messages(Diagnostic.Kind.ERROR);
    }
  }
}

package io.alchemy.spring.boot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles as development environments do, which keep class files in memory and save them later: mapped classes are not
 * prepared then.
 */
public final class KeptClassFiles extends ForwardingJavaFileManager<JavaFileManager> {
  private final Map<String, ByteArrayOutputStream> written = new LinkedHashMap<>();

  private KeptClassFiles(JavaFileManager next) {
    super(next);
  }

  /** Compiles one class into {@code directory}, and gives a new class loader that sees it. */
  public static URLClassLoader compile(Path directory, String name, String source)
      throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    String classPath = System.getProperty("java.class.path");
    try (KeptClassFiles files =
        new KeptClassFiles(javac.getStandardFileManager(null, null, null))) {
      boolean compiled = javac
          .getTask(
              null,
              files,
              null,
              List.of("-classpath", classPath, "-processorpath", classPath, "--release", "17"),
              null,
              List.of(new Source(name, source)))
          .call();
      if (!compiled) {
        throw new IllegalStateException(name + " does not compile");
      }
      for (Map.Entry<String, ByteArrayOutputStream> each : files.written.entrySet()) {
        Path file = directory.resolve(each.getKey());
        Files.createDirectories(file.getParent());
        Files.write(file, each.getValue().toByteArray());
      }
    }
    return new URLClassLoader(
        new URL[] {directory.toUri().toURL()}, KeptClassFiles.class.getClassLoader());
  }

  @Override
  public boolean hasLocation(Location location) {
    return location == StandardLocation.CLASS_OUTPUT || super.hasLocation(location);
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
    return new Kept(name.replace('.', '/') + kind.extension, kind);
  }

  @Override
  public FileObject getFileForOutput(
      Location location, String packageName, String name, FileObject sibling) {
    String directory = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
    return new Kept(directory + name, JavaFileObject.Kind.OTHER);
  }

  private final class Kept extends SimpleJavaFileObject {
    private final String path;

    Kept(String path, Kind kind) {
      super(URI.create("mem:///" + path), kind);
      this.path = path;
    }

    @Override
    public OutputStream openOutputStream() {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      written.put(path, bytes);
      return bytes;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      ByteArrayOutputStream bytes = written.get(path);
      return bytes == null ? "" : bytes.toString(java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("mem:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}

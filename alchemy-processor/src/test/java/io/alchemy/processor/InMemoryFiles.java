package io.alchemy.processor;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;

/** Keeps what the compiler writes, as the builders of development environments do, and saves it afterwards. */
class InMemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
  final Map<String, ByteArrayOutputStream> written = new LinkedHashMap<>();

  InMemoryFiles(JavaFileManager next) {
    super(next);
  }

  void save(Path directory) {
    written.forEach((path, bytes) -> {
      try {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes.toByteArray());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
    return kept(name.replace('.', '/') + kind.extension, kind);
  }

  @Override
  public FileObject getFileForOutput(
      Location location, String packageName, String name, FileObject sibling) throws IOException {
    String directory = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
    return kept(directory + name, JavaFileObject.Kind.OTHER);
  }

  @Override
  public boolean hasLocation(Location location) {
    return location == StandardLocation.CLASS_OUTPUT || super.hasLocation(location);
  }

  private JavaFileObject kept(String path, JavaFileObject.Kind kind) {
    return new SimpleJavaFileObject(URI.create("mem:///" + path), kind) {
      @Override
      public OutputStream openOutputStream() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        written.put(path, bytes);
        return bytes;
      }

      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
        ByteArrayOutputStream bytes = written.get(path);
        if (bytes == null) {
          throw new FileNotFoundException(path);
        }
        return bytes.toString(StandardCharsets.UTF_8);
      }
    };
  }
}

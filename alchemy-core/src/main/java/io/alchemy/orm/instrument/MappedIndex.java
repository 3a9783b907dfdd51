package io.alchemy.orm.instrument;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The list of classes to prepare: mapped ones and their superclasses, one binary name a line, in every directory and
 * jar that has any. The annotation processor adds to it and never takes away, because it may see one changed class only;
 * so a name in it may be that of a class that is gone.
 */
public final class MappedIndex {
  /** Where it is, in the class output. */
  public static final String RESOURCE = "META-INF/alchemy/mapped-classes";

  private MappedIndex() {}

  /** Reads one index. */
  public static Set<String> read(Reader text) throws IOException {
    Set<String> names = new LinkedHashSet<>();
    BufferedReader lines = new BufferedReader(text);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String name = line.strip();
      if (!name.isEmpty() && !name.startsWith("#")) {
        names.add(name);
      }
    }
    return names;
  }

  /** An index's text: sorted, so that the same classes always give the same file. */
  public static String text(Collection<String> names) {
    StringBuilder text = new StringBuilder();
    for (String name : new TreeSet<>(names)) {
      text.append(name).append('\n');
    }
    return text.toString();
  }

  /** All indexes that a class loader sees, together. */
  static Set<String> visibleTo(ClassLoader loader) throws IOException {
    Set<String> names = new LinkedHashSet<>();
    for (URL url : Collections.list(loader.getResources(RESOURCE))) {
      URLConnection connection = url.openConnection();
      connection.setUseCaches(false);
      try (InputStream in = connection.getInputStream();
          Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        names.addAll(read(text));
      }
    }
    return names;
  }
}

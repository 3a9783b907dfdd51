package io.alchemy.orm.instrument;

import io.alchemy.error.NotPreparedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Defines the indexed classes of one class loader, prepared, before that loader would load them as they are. */
final class EarlyDefinition {
  /** The class in each package that hands over its key. */
  static final String KEY_HOLDER = "Alchemy_";

  private final ClassLoader loader;
  private final Transformation transformation;
  private final Set<String> visited = new HashSet<>();

  EarlyDefinition(ClassLoader loader) {
    this.loader = loader;
    this.transformation = new Transformation(this::factsOf);
  }

  void prepareAll() throws IOException {
    List<String> names = new ArrayList<>();
    for (String name : MappedIndex.visibleTo(loader)) {
      names.add(name.replace('.', '/'));
    }
    transformation.chooseSuperclasses(names);
    for (String name : names) {
      ClassFacts facts = transformation.facts(name);
      if (facts == null || facts.isPrepared()) {
        continue;
      }
      ClassFacts host = transformation.facts(facts.nestHost());
      if (host != null) {
        define(host.name());
        for (String member : host.nestMembers()) {
          define(member);
        }
      }
    }
  }

  /** Defines one class, after the one it extends. */
  private void define(String internal) throws IOException {
    if (!visited.add(internal)) {
      return;
    }
    byte[] bytes = bytesOf(internal);
    if (bytes == null) {
      return;
    }
    byte[] prepared;
    try {
      prepared = transformation.transform(bytes);
    } catch (NotPreparedException e) {
      // Refused when it is mapped, if it ever is: the other classes have nothing to do with it.
      Preparation.failed(loader, internal, e);
      return;
    }
    if (prepared == null) {
      return;
    }
    ClassFacts facts = transformation.facts(internal);
    if (facts != null && facts.superName() != null) {
      define(facts.superName());
    }
    String name = internal.replace('/', '.');
    MethodHandles.Lookup key = keyTo(name);
    if (key == null) {
      log()
          .warn(
              "{} is mapped, and its package has no {}: alchemy-processor did not run where it was compiled, so that it"
                  + " cannot be prepared",
              name,
              KEY_HOLDER);
      return;
    }
    try {
      key.defineClass(prepared);
      log().debug("Prepared {} before it was loaded", name);
    } catch (LinkageError e) {
      log().debug("{} was loaded before it could be prepared", name, e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(key + " does not open the package of " + name, e);
    }
  }

  /** Asked for when there is something to say: to start a logging library takes as long as to map a hundred classes. */
  private static Logger log() {
    return LoggerFactory.getLogger("alchemy.preparation");
  }

  private MethodHandles.@Nullable Lookup keyTo(String className) {
    String holder = className.substring(0, className.lastIndexOf('.') + 1) + KEY_HOLDER;
    try {
      return Preparation.keyOf(Class.forName(holder, true, loader));
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  private @Nullable ClassFacts factsOf(String internal) {
    try {
      byte[] bytes = bytesOf(internal);
      return bytes == null ? null : ClassFacts.of(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte @Nullable [] bytesOf(String internal) throws IOException {
    try (InputStream in = loader.getResourceAsStream(internal + ".class")) {
      return in == null ? null : in.readAllBytes();
    }
  }
}

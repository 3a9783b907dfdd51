package io.alchemy.orm.instrument;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the agent knows of one class loader. Most classes that come by have nothing to do with mapped ones; that is seen
 * by a look for a few names in their bytes. Class loading calls from many threads, each with locks of its own: there are
 * none here.
 */
final class LoadedClasses {
  /** One of these is in the bytes of every class that is mapped, or that has a nest. */
  private static final List<byte[]> SIGNS = List.of(
      sign("Lio/alchemy/orm/Mapped;"),
      sign("Ljakarta/persistence/Entity;"),
      sign("Ljakarta/persistence/MappedSuperclass;"),
      sign("NestHost"),
      sign("NestMembers"));

  private final WeakReference<ClassLoader> loader;
  private final Transformation transformation = new Transformation(this::factsOf);
  private final Set<String> indexed;

  LoadedClasses(ClassLoader loader) {
    this.loader = new WeakReference<>(loader);
    this.indexed = indexed(loader);
    transformation.chooseSuperclasses(indexed);
  }

  private static byte[] sign(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static Set<String> indexed(ClassLoader loader) {
    try {
      List<String> names = new ArrayList<>();
      for (String name : MappedIndex.visibleTo(loader)) {
        names.add(name.replace('.', '/'));
      }
      return Set.copyOf(names);
    } catch (IOException e) {
      return Set.of();
    }
  }

  /** The class as it should be loaded; null if it is right as it is. */
  byte @Nullable [] prepare(String name, byte[] bytes) {
    if (!indexed.contains(name) && !transformation.isChosen(name) && !hasSign(bytes)) {
      return null;
    }
    ClassFacts facts = ClassFacts.of(bytes);
    if (facts.isAnnotated()) {
      transformation.chooseSuperclasses(neighbours(facts));
    }
    return transformation.transform(bytes);
  }

  /** The class and those of its superclasses that come from the same directory or jar: they are loaded after it. */
  private List<String> neighbours(ClassFacts type) {
    List<String> line = new ArrayList<>();
    String home = homeOf(type.name());
    ClassFacts each = type;
    while (each != null && home != null && home.equals(homeOf(each.name()))) {
      line.add(each.name());
      each = each.superName() == null ? null : transformation.facts(each.superName());
    }
    return line;
  }

  private @Nullable String homeOf(String internalName) {
    ClassLoader source = loader.get();
    String file = internalName + ".class";
    URL url = source == null ? null : source.getResource(file);
    if (url == null) {
      return null;
    }
    String text = url.toString();
    return text.endsWith(file) ? text.substring(0, text.length() - file.length()) : null;
  }

  private @Nullable ClassFacts factsOf(String internalName) {
    ClassLoader source = loader.get();
    if (source == null) {
      return null;
    }
    try (InputStream in = source.getResourceAsStream(internalName + ".class")) {
      return in == null ? null : ClassFacts.of(in.readAllBytes());
    } catch (IOException e) {
      return null;
    }
  }

  private static boolean hasSign(byte[] bytes) {
    for (byte[] sign : SIGNS) {
      if (contains(bytes, sign)) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(byte[] bytes, byte[] sign) {
    int last = bytes.length - sign.length;
    for (int at = 0; at <= last; at++) {
      int i = 0;
      while (i < sign.length && bytes[at + i] == sign[i]) {
        i++;
      }
      if (i == sign.length) {
        return true;
      }
    }
    return false;
  }
}

package io.alchemy.processor;

import io.alchemy.error.NotPreparedException;
import io.alchemy.orm.instrument.ClassFacts;
import io.alchemy.orm.instrument.MappedIndex;
import io.alchemy.orm.instrument.Transformation;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** The class files that one run of javac writes, and their rewriting. */
final class ClassOutput {
  /** Put on an older file before javac writes it anew: a file that still has it was not written. */
  private static final FileTime OLD = FileTime.fromMillis(0);

  private final Compilation compilation;
  private final Elements elements;
  private final Set<String> written = new LinkedHashSet<>();
  private final Set<String> unseen = new LinkedHashSet<>();

  ClassOutput(Compilation compilation, Elements elements) {
    this.compilation = compilation;
    this.elements = elements;
  }

  /** A class file is about to be written. */
  void about(TypeElement type) {
    Path file = fileOf(internalName(type));
    if (file != null && Files.exists(file)) {
      try {
        Files.setLastModifiedTime(file, OLD);
      } catch (IOException e) {
        // Then it looks written when javac kept the new one in memory: it is rewritten, and
        // replaced later.
      }
    }
  }

  /** A class file was written; or it is kept in memory, and not there. */
  void wrote(TypeElement type) throws IOException {
    String name = internalName(type);
    Path file = fileOf(name);
    if (file != null && Files.exists(file) && !Files.getLastModifiedTime(file).equals(OLD)) {
      written.add(name);
    } else if (MappedTypes.isAnnotated(type)) {
      unseen.add(name);
    }
  }

  /** Prepares what was written. */
  void prepare() throws IOException {
    Messager messager = compilation.messager();
    if (messager == null) {
      return;
    }
    if (!unseen.isEmpty()) {
      messager.printMessage(
          Diagnostic.Kind.NOTE,
          "Class files stay in memory: "
              + unseen
              + " will be prepared when first touched, or by the agent (-javaagent:alchemy-core.jar).");
    }
    if (written.isEmpty()) {
      return;
    }
    Set<String> candidates = new LinkedHashSet<>(indexed());
    candidates.addAll(written);
    Transformation transformation = new Transformation(this::factsOf);
    transformation.chooseSuperclasses(candidates);
    for (String name : affected(transformation, candidates)) {
      rewrite(transformation, name, messager);
    }
  }

  /** What was written; and superclasses from an earlier compilation, with their nests, that are mapped only now. */
  private Set<String> affected(Transformation transformation, Set<String> candidates) {
    Set<String> affected = new LinkedHashSet<>(written);
    Deque<String> rest = new ArrayDeque<>(candidates);
    Set<String> seen = new HashSet<>();
    while (!rest.isEmpty()) {
      String name = rest.pop();
      ClassFacts facts = seen.add(name) && fileOf(name) != null ? transformation.facts(name) : null;
      if (facts != null && transformation.isPrepared(facts) && !facts.isPrepared()) {
        affected.add(name);
        ClassFacts host = transformation.facts(facts.nestHost());
        affected.addAll(host == null ? List.of() : host.nestMembers());
        affected.add(facts.nestHost());
      }
    }
    return affected;
  }

  private void rewrite(Transformation transformation, String name, Messager messager)
      throws IOException {
    Path file = fileOf(name);
    if (file == null || !Files.exists(file)) {
      return;
    }
    try {
      byte[] prepared = transformation.transform(Files.readAllBytes(file));
      if (prepared != null) {
        Files.write(file, prepared);
      }
    } catch (NotPreparedException e) {
      messager.printMessage(Diagnostic.Kind.ERROR, e.getMessage());
    }
  }

  private Set<String> indexed() throws IOException {
    Path output = compilation.output();
    Path index = output == null ? null : output.resolve(MappedIndex.RESOURCE);
    if (index == null || !Files.exists(index)) {
      return Set.of();
    }
    Set<String> names = new LinkedHashSet<>();
    try (Reader in = Files.newBufferedReader(index)) {
      for (String name : MappedIndex.read(in)) {
        names.add(name.replace('.', '/'));
      }
    }
    return names;
  }

  private @Nullable Path fileOf(String internalName) {
    Path output = compilation.output();
    return output == null ? null : output.resolve(internalName + ".class");
  }

  private String internalName(TypeElement type) {
    return elements.getBinaryName(type).toString().replace('.', '/');
  }

  private @Nullable ClassFacts factsOf(String internalName) {
    Path file = fileOf(internalName);
    try {
      if (file != null && Files.exists(file)) {
        return ClassFacts.of(Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    TypeElement type = elementOf(internalName);
    if (type == null || type.getKind() != ElementKind.CLASS) {
      return null;
    }
    TypeElement parent = MappedTypes.superclass(type);
    return ClassFacts.ofSuperclass(
        internalName,
        parent == null ? "java/lang/Object" : internalName(parent),
        DeclarationCheck.isPrepared(type),
        MappedTypes.isAnnotated(type),
        hasPlainConstructor(type),
        isSerializable(type));
  }

  private static boolean isSerializable(TypeElement type) {
    for (TypeMirror implemented : type.getInterfaces()) {
      if (implemented instanceof DeclaredType declared
          && declared.asElement() instanceof TypeElement element
          && (element.getQualifiedName().contentEquals("java.io.Serializable")
              || isSerializable(element))) {
        return true;
      }
    }
    TypeElement parent = MappedTypes.superclass(type);
    return parent != null && isSerializable(parent);
  }

  private static boolean hasPlainConstructor(TypeElement type) {
    for (ExecutableElement constructor : ElementFilter.constructorsIn(type.getEnclosedElements())) {
      if (constructor.getParameters().isEmpty()
          && !constructor.getModifiers().contains(Modifier.PRIVATE)) {
        return true;
      }
    }
    return false;
  }

  /** Finds a class by the name of its file, where a dollar may separate classes or be part of a name. */
  private @Nullable TypeElement elementOf(String internalName) {
    String name = internalName.replace('/', '.');
    while (true) {
      TypeElement found = elements.getTypeElement(name);
      int dollar = name.lastIndexOf('$');
      if (found != null || dollar < 0) {
        return found;
      }
      name = name.substring(0, dollar) + "." + name.substring(dollar + 1);
    }
  }
}

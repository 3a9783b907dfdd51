package io.alchemy.orm.instrument;

import io.alchemy.error.NotPreparedException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * Prepares classes: the one transformation that all three doors share. It is given the facts of classes by name, and
 * decides from those alone, so that a class is prepared the same way whoever asks.
 */
public final class Transformation {
  private final Function<String, @Nullable ClassFacts> source;
  private final Map<String, Optional<ClassFacts>> facts = new ConcurrentHashMap<>();
  private final Set<String> chosen = ConcurrentHashMap.newKeySet();

  /**
   * @param source the facts of a class by internal name, as it is before this transformation; null for a class that is
   *     not there
   */
  public Transformation(Function<String, @Nullable ClassFacts> source) {
    this.source = source;
  }

  /**
   * Also prepares superclasses that do not say themselves that they are mapped.
   *
   * @param candidates internal names: those among them that a mapped one of them extends are prepared
   */
  public void chooseSuperclasses(Collection<String> candidates) {
    Set<String> known = new HashSet<>(candidates);
    for (String candidate : candidates) {
      ClassFacts type = facts(candidate);
      if (type == null || !type.isAnnotated()) {
        continue;
      }
      String up = type.superName();
      while (up != null && known.contains(up) && chosen.add(up)) {
        ClassFacts parent = facts(up);
        up = parent == null ? null : parent.superName();
      }
    }
  }

  boolean isChosen(String internalName) {
    return chosen.contains(internalName);
  }

  /** The facts of a class; null if it is not there. */
  public @Nullable ClassFacts facts(String internalName) {
    Optional<ClassFacts> known = facts.get(internalName);
    if (known != null) {
      return known.orElse(null);
    }
    ClassFacts found = source.apply(internalName);
    facts.put(internalName, Optional.ofNullable(found));
    return found;
  }

  /** Whether instances of the class have, or will have, state beside them. */
  public boolean isPrepared(@Nullable ClassFacts type) {
    return type != null
        && (type.isPrepared() || type.isAnnotated() || chosen.contains(type.name()));
  }

  /**
   * The class as it should be loaded.
   *
   * @return null if it is right as it is: it is prepared already, or has nothing to do with mapped classes
   * @throws NotPreparedException if the class is mapped and cannot be prepared; the message names the cure
   */
  public byte @Nullable [] transform(byte[] bytes) {
    ClassFacts type = ClassFacts.of(bytes);
    facts.put(type.name(), Optional.of(type));
    if (type.isPrepared()) {
      return null;
    }
    boolean prepares = isPrepared(type);
    if (prepares) {
      Requirements.check(type, this);
    } else if (!neighboursPrepared(type)) {
      return null;
    }
    ClassReader reader = ClassFiles.reader(bytes);
    ClassWriter writer = new ClassWriter(reader, 0);
    ClassPreparer preparer = new ClassPreparer(writer, type, this, prepares);
    if (prepares && needsSerialVersion(type)) {
      SerialVersion version = new SerialVersion();
      reader.accept(
          version, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      preparer.keepSerialVersion(version.compute());
    }
    reader.accept(preparer, 0);
    if (!preparer.changed()) {
      return null;
    }
    byte[] result = writer.toByteArray();
    ClassFiles.majorVersion(result, ClassFiles.majorVersion(bytes));
    return result;
  }

  /** Whether another class of the nest is prepared, whose private fields this one may touch. */
  private boolean neighboursPrepared(ClassFacts type) {
    ClassFacts host = facts(type.nestHost());
    if (host == null) {
      return false;
    }
    if (isPrepared(host)) {
      return true;
    }
    for (String member : host.nestMembers()) {
      if (isPrepared(facts(member))) {
        return true;
      }
    }
    return false;
  }

  /** Whether instances can be serialized and the class relies on the platform to tell its versions apart. */
  boolean needsSerialVersion(ClassFacts type) {
    if (type.declaresSerialVersion()) {
      return false;
    }
    for (ClassFacts each = type; each != null; each = parentOf(each)) {
      if (each.namesSerializable()) {
        return true;
      }
    }
    return false;
  }

  /** The facts of the superclass; null at the top, and where they are not to be had. */
  private @Nullable ClassFacts parentOf(ClassFacts type) {
    String up = type.superName();
    return up == null || up.equals("java/lang/Object") ? null : facts(up);
  }

  /** The persistent field that an instruction touches; null if it is any other field. */
  ClassFacts.@Nullable Field persistentField(String owner, String name) {
    if (owner.startsWith("java/")) {
      return null;
    }
    ClassFacts type = facts(owner);
    return type == null || !isPrepared(type) ? null : type.field(name);
  }

  /** The prepared superclass; null if the class has none. */
  @Nullable
  ClassFacts preparedParent(ClassFacts type) {
    ClassFacts parent = parentOf(type);
    while (parent != null && !isPrepared(parent)) {
      parent = parentOf(parent);
    }
    return parent;
  }
}

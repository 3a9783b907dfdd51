package io.alchemy.orm.instrument;

import io.alchemy.error.NotPreparedException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The third door, {@code -javaagent:alchemy-core.jar}: prepares mapped classes as they are loaded, whoever compiled them
 * and whenever they are touched; and again when a debugger redefines them, whose new bytes must have the members that
 * the loaded class has.
 */
public final class Agent implements ClassFileTransformer {
  /** A class of each library that this jar needs at once. */
  private static final List<String> LIBRARIES =
      List.of("org.objectweb.asm.ClassReader", "org.slf4j.Logger");

  private final Map<ClassLoader, LoadedClasses> loaders =
      Collections.synchronizedMap(new WeakHashMap<>());

  private Agent() {}

  /**
   * Called by the JVM before the program's main method.
   *
   * @throws IllegalStateException if the application is packed in one jar, where no agent reaches its libraries
   */
  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    for (String needed : LIBRARIES) {
      if (Agent.class.getClassLoader().getResource(needed.replace('.', '/') + ".class") == null) {
        throw Refusals.agentAlone(needed);
      }
    }
    instrumentation.addTransformer(new Agent());
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    if (loader == null || name == null || isPlatforms(name)) {
      return null;
    }
    if (redefined != null && !wasTouched(redefined)) {
      return null;
    }
    try {
      return classesOf(loader).prepare(name, bytes);
    } catch (NotPreparedException e) {
      Preparation.failed(loader, name, e);
      return null;
    }
  }

  private LoadedClasses classesOf(ClassLoader loader) {
    LoadedClasses known = loaders.get(loader);
    if (known != null) {
      return known;
    }
    // Made outside the map's lock: it reads resources, which may load classes.
    LoadedClasses made = new LoadedClasses(loader);
    LoadedClasses first = loaders.putIfAbsent(loader, made);
    return first == null ? made : first;
  }

  /** Classes that no user maps: the platform's, and those that this transformation itself may be loading. */
  private static boolean isPlatforms(String name) {
    return name.startsWith("java/")
        || name.startsWith("javax/")
        || name.startsWith("jdk/")
        || name.startsWith("sun/")
        || name.startsWith("com/sun/")
        || name.startsWith("org/objectweb/asm/")
        || name.startsWith("io/alchemy/orm/instrument/");
  }

  /** Whether a loaded class is what this transformation makes of it: one that came unprepared must stay so. */
  private static boolean wasTouched(Class<?> redefined) {
    for (Class<?> implemented : redefined.getNestHost().getInterfaces()) {
      if (implemented == Prepared.class) {
        return true;
      }
    }
    for (Class<?> member : redefined.getNestMembers()) {
      for (Class<?> implemented : member.getInterfaces()) {
        if (implemented == Prepared.class) {
          return true;
        }
      }
    }
    return false;
  }
}

package io.alchemy.orm.instrument;

import io.alchemy.error.DetachedInstanceException;
import io.alchemy.error.NotPreparedException;
import java.util.ConcurrentModificationException;
import org.jspecify.annotations.Nullable;

/** The messages of this room: what happened, to which class or attribute, and the cure. */
final class Refusals {
  private static final String CURES =
      " Prepare it in one of three ways: compile it by javac with alchemy-processor on the annotation processor path;"
          + " or let it be prepared when first touched, by creating the Registry before anything names the class (another"
          + " compiler must have run alchemy-processor too); or start the JVM with -javaagent:alchemy-core.jar.";

  private Refusals() {}

  static NotPreparedException notPrepared(Class<?> type) {
    NotPreparedException known = Preparation.failure(type);
    if (known != null) {
      return new NotPreparedException(String.valueOf(known.getMessage()), known);
    }
    if (type.isRecord() || type.isEnum() || type.isInterface() || type.isPrimitive()) {
      return new NotPreparedException(type.getName()
          + " cannot be mapped: a mapped class has fields that change. Make it a class; records and enums can be the"
          + " values of attributes.");
    }
    return new NotPreparedException(
        type.getName() + " cannot be mapped: it was loaded before it was prepared." + CURES);
  }

  /** The classes of an agent hide those that a nested class loader has: with it such an application would not even start. */
  static IllegalStateException agentAlone(String missing) {
    return new IllegalStateException(
        "-javaagent:alchemy-core.jar does not find " + missing
            + " on the class path: the application's libraries are packed inside its own jar, as Spring Boot packs them, out of"
            + " an agent's reach. Unpack it (java -Djarmode=tools -jar app.jar extract) and start java"
            + " -javaagent:app/lib/alchemy-core.jar -jar app/app.jar; or leave the agent out: classes that javac prepared, or"
            + " that alchemy-spring-boot-starter prepares when the application starts, do not need it.");
  }

  static ConcurrentModificationException disturbed(RelationshipEnd end) {
    return new ConcurrentModificationException(end
        + " was changed by the very function that was given to one of its methods. Collect what is to change first, and"
        + " change it afterwards.");
  }

  static NotPreparedException halfPrepared(Class<?> type) {
    return new NotPreparedException(type.getName()
        + " was compiled against a prepared superclass that is not prepared any more."
        + " Compile both again, with alchemy-processor on the annotation processor path.");
  }

  static DetachedInstanceException detached(
      PreparedClass type, int attribute, @Nullable RelationshipEnd end, boolean expired) {
    String name = type.type().getSimpleName() + "." + type.name(attribute);
    String what = expired
        ? " expired (at a commit, a rollback or by expire()) and was not read since,"
        : " is not loaded,";
    String cure;
    if (end != null) {
      cure = " Load it with the query, options(selectinLoad("
          + type.type().getSimpleName()
          + "_."
          + type.name(attribute)
          + ")), or read it before the session closes.";
    } else {
      cure = " Read it before the session closes"
          + (expired ? ", or use expireOnCommit(false)." : ", or do not defer it.");
    }
    return new DetachedInstanceException(
        name + what + " and the instance has no session to load it with." + cure);
  }
}

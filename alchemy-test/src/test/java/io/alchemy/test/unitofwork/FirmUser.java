package io.alchemy.test.unitofwork;

import io.alchemy.orm.Session;
import io.alchemy.test.unitofwork.Firm.Project;
import io.alchemy.test.unitofwork.Firm.Task;
import io.alchemy.test.unitofwork.Firm.Team;
import io.alchemy.test.unitofwork.Firm.Worker;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Who edits a {@link Firm} at random: a session, a plain model, and what editing both takes. */
abstract class FirmUser {
  private final Random random;
  private final List<String> log;
  private int names;

  Session session;
  FirmModel model = new FirmModel();
  /** Instances that the program holds on to, by their kind and name; the others are queried for. */
  Map<String, Object> held = new HashMap<>();
  /** Whether something was deleted that loaded collections may still contain. */
  boolean deleted;

  FirmUser(Random random, List<String> log, Session session) {
    this.random = random;
    this.log = log;
    this.session = session;
  }

  final int number(int below) {
    return random.nextInt(below);
  }

  final void log(String action) {
    log.add(action);
  }

  /** The program lets go of some instances; the session may collect those without changes. */
  final void forgetSome() {
    held.keySet().removeIf(key -> random.nextBoolean());
  }

  final Team team(String name) {
    return held(Team.class, "name", name);
  }

  final Worker worker(String name) {
    return held(Worker.class, "name", name);
  }

  final Project project(String code) {
    return held(Project.class, "code", code);
  }

  final Task task(String title) {
    return held(Task.class, "title", title);
  }

  private <E> E held(Class<E> type, String attribute, String value) {
    Object instance = held.get(key(type, value));
    if (instance == null) {
      instance = session.query(type).filterBy(attribute, value).one();
      hold(value, instance);
    }
    return type.cast(instance);
  }

  final void hold(String name, Object instance) {
    held.put(key(instance.getClass(), name), instance);
  }

  private static String key(Class<?> type, String name) {
    return type.getSimpleName() + " " + name;
  }

  final void delete(Object instance, String name) {
    if (session.newInstances().contains(instance)) {
      session.flush(); // what has no row yet cannot be deleted
    }
    session.delete(instance);
    forget(instance, name);
  }

  final void forget(Object instance, String name) {
    held.remove(key(instance.getClass(), name));
    deleted = true;
  }

  final String newName(String kind) {
    return kind + names++;
  }

  /** Notes what is done, and which of two ways to do it. */
  final boolean either(String action) {
    boolean first = random.nextBoolean();
    log(action + (first ? " (1)" : " (2)"));
    return first;
  }

  final String any(Collection<String> names) {
    return List.copyOf(names).get(random.nextInt(names.size()));
  }
}

package io.alchemy.test.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.engine.Transaction;
import io.alchemy.orm.Session;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.unitofwork.Tree.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random edits of a tree with unique names, flushed, committed and rolled back at random, beside a plain model of it.
 * After each commit the table and the instances must be what the model says.
 */
@EachDatabase
class RandomTreeTests {
  private final TestDatabase database;

  RandomTreeTests(TestDatabase database) {
    this.database = database;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 187})
  void theDatabaseIsWhatTheModelSays(long seed) {
    try (Fixture tree = new Fixture(database, Tree.METADATA, Tree.registry());
        Session session = tree.open()) {
      new Run(tree, session, seed).run(400);
    }
  }

  /** What a node should be. */
  private record Expected(String name, @Nullable Node parent) {}

  private static final class Run {
    private final Fixture tree;
    private final Session session;
    private final Random random;
    private final String seed;
    private final List<String> log = new ArrayList<>();
    private Map<Node, Expected> model = new IdentityHashMap<>();
    private final Deque<Map<Node, Expected>> snapshots = new ArrayDeque<>();
    private final Deque<Transaction> savepoints = new ArrayDeque<>();
    private int names;

    Run(Fixture tree, Session session, long seed) {
      this.tree = tree;
      this.session = session;
      this.random = new Random(seed);
      this.seed = "seed " + seed;
      snapshots.push(model());
    }

    void run(int steps) {
      for (int i = 0; i < steps; i++) {
        try {
          step();
        } catch (RuntimeException e) {
          throw new AssertionError(seed + ", step " + i + ": " + last(), e);
        }
      }
      commit();
    }

    private String last() {
      return String.join("\n", log.subList(Math.max(0, log.size() - 25), log.size()));
    }

    private void step() {
      int choice = random.nextInt(100);
      if (choice < 25 || model.isEmpty()) {
        create();
      } else if (choice < 40) {
        move();
      } else if (choice < 50) {
        moveByCollection();
      } else if (choice < 60) {
        takeOut();
      } else if (choice < 70) {
        rename();
      } else if (choice < 80) {
        delete();
      } else if (choice < 86) {
        log.add("flush");
        session.flush();
      } else if (choice < 91) {
        commit();
      } else if (choice < 93) {
        rollback();
      } else if (choice < 97) {
        savepoint();
      } else {
        endSavepoint();
      }
    }

    private void create() {
      Node node = new Node(freeName());
      Node parent = random.nextBoolean() ? null : any();
      log.add("create " + node.name() + " under " + name(parent));
      if (parent != null && random.nextBoolean()) {
        parent.children().add(node);
      } else {
        node.parent(parent);
        session.add(node);
      }
      model.put(node, new Expected(Objects.requireNonNull(node.name()), parent));
    }

    /** Mostly a new name, at times one that was given up since the last commit. */
    private String freeName() {
      if (random.nextInt(3) == 0) {
        List<String> taken = model.values().stream().map(Expected::name).toList();
        for (Expected before : Objects.requireNonNull(snapshots.peek()).values()) {
          if (!taken.contains(before.name())) {
            return before.name();
          }
        }
      }
      return "n" + names++;
    }

    private void move() {
      Node node = Objects.requireNonNull(any());
      Node parent = random.nextInt(4) == 0 ? null : any();
      log.add("move " + name(node) + " to " + name(parent));
      node.parent(parent);
      model.put(node, new Expected(expected(node).name(), parent));
    }

    private void moveByCollection() {
      Node node = Objects.requireNonNull(any());
      Node parent = Objects.requireNonNull(any());
      log.add("add " + name(node) + " to the children of " + name(parent));
      if (!parent.children().contains(node)) {
        parent.children().add(node);
      }
      model.put(node, new Expected(expected(node).name(), parent));
    }

    private void takeOut() {
      Node parent = Objects.requireNonNull(any());
      if (!parent.children().isEmpty()) {
        Node node = parent.children().get(random.nextInt(parent.children().size()));
        if (!model.containsKey(node)) {
          return; // deleted, and in the collection until that is reloaded
        }
        log.add("take " + name(node) + " out of the children of " + name(parent));
        parent.children().remove(node);
        model.put(node, new Expected(expected(node).name(), null));
      }
    }

    private void rename() {
      Node node = Objects.requireNonNull(any());
      Node other = Objects.requireNonNull(any());
      if (random.nextBoolean() && node != other) {
        log.add("swap the names of " + name(node) + " and " + name(other));
        String name = expected(node).name();
        rename(node, expected(other).name());
        rename(other, name);
      } else {
        String name = freeName();
        log.add("rename " + name(node) + " to " + name);
        rename(node, name);
      }
    }

    private void rename(Node node, String name) {
      node.name(name);
      model.put(node, new Expected(name, expected(node).parent()));
    }

    private void delete() {
      Node node = Objects.requireNonNull(any());
      if (Fixture.lifecycle(node) != Lifecycle.PERSISTENT) {
        return;
      }
      log.add("delete " + name(node));
      session.delete(node);
      model.remove(node);
      model.replaceAll((child, expected) ->
          expected.parent() == node ? new Expected(expected.name(), null) : expected);
    }

    private void commit() {
      log.add("commit");
      session.commit();
      savepoints.clear();
      snapshots.clear();
      snapshots.push(model());
      Map<String, @Nullable String> expected = new TreeMap<>();
      model
          .values()
          .forEach(each -> expected.put(
              each.name(), each.parent() == null ? "-" : expected(each.parent()).name()));
      Map<String, @Nullable String> actual = new TreeMap<>();
      tree.engine
          .read(c -> c.execute(
                  "SELECT n.name, coalesce(p.name, '-') FROM node n LEFT JOIN node p ON p.id = n.parent_id")
              .all())
          .forEach(row -> actual.put((String) row.get(0), (String) row.get(1)));
      assertThat(actual).as("%s:%n%s", seed, last()).isEqualTo(expected);
      model.forEach((node, each) -> {
        assertThat(node.name()).as(seed).isEqualTo(each.name());
        assertThat(node.parent()).as(seed).isSameAs(each.parent());
        assertThat(node.children())
            .as(seed)
            .containsExactlyInAnyOrderElementsOf(model.keySet().stream()
                .filter(child -> expected(child).parent() == node)
                .toList());
      });
    }

    private void rollback() {
      log.add("rollback");
      session.rollback();
      savepoints.clear();
      model = Objects.requireNonNull(snapshots.peekLast());
      snapshots.clear();
      snapshots.push(model());
    }

    private void savepoint() {
      log.add("savepoint");
      savepoints.push(session.beginNested());
      snapshots.push(model());
    }

    private void endSavepoint() {
      if (savepoints.isEmpty()) {
        return;
      }
      if (random.nextBoolean()) {
        log.add("release");
        savepoints.pop().commit();
        snapshots.pop();
      } else {
        log.add("rollback to savepoint");
        savepoints.pop().rollback();
        model = Objects.requireNonNull(snapshots.pop());
      }
    }

    private Map<Node, Expected> model() {
      return new IdentityHashMap<>(model);
    }

    private Expected expected(Node node) {
      return Objects.requireNonNull(model.get(node));
    }

    /** In an order that depends on the seed alone. */
    private @Nullable Node any() {
      if (model.isEmpty()) {
        return null;
      }
      List<Node> nodes = new ArrayList<>(model.keySet());
      nodes.sort(java.util.Comparator.comparing(node -> expected(node).name()));
      return nodes.get(random.nextInt(nodes.size()));
    }

    private String name(@Nullable Node node) {
      return node == null ? "nobody" : expected(node).name();
    }
  }
}

package io.alchemy.test.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.engine.Transaction;
import io.alchemy.orm.Registry;
import io.alchemy.orm.Session;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.unitofwork.Firm.Desk;
import io.alchemy.test.unitofwork.Firm.Project;
import io.alchemy.test.unitofwork.Firm.Task;
import io.alchemy.test.unitofwork.Firm.Team;
import io.alchemy.test.unitofwork.Firm.Worker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random edits of a whole firm, flushed, committed, rolled back, forgotten and queried for again at random, beside a
 * plain model of it. After each commit the tables and the instances must be what the model says.
 */
@EachDatabase
class RandomFirmTests {
  private final Registry registry = Firm.registry();
  private final TestDatabase database;

  RandomFirmTests(TestDatabase database) {
    this.database = database;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theDatabaseIsWhatTheModelSays(long seed) {
    try (Fixture firm = new Fixture(database, registry.metadata(), registry)) {
      new Run(firm, seed).run(300);
    }
  }

  /** What the firm was when a transaction or a savepoint began. */
  private record Before(FirmModel model, Map<String, Object> held, boolean deleted) {
    static Before of(FirmEdits edits) {
      return new Before(edits.model.copy(), new HashMap<>(edits.held), edits.deleted);
    }

    void restore(FirmEdits edits) {
      edits.model = model.copy();
      edits.held = new HashMap<>(held);
      edits.deleted = deleted;
    }
  }

  private record Savepoint(Transaction transaction, Before before) {}

  private static final class Run {
    private final Fixture firm;
    private final Random random;
    private final FirmEdits edits;
    private final List<String> log = new ArrayList<>();
    private final Deque<Savepoint> savepoints = new ArrayDeque<>();
    private final long seed;
    private Before committed;

    Run(Fixture firm, long seed) {
      this.firm = firm;
      this.seed = seed;
      this.random = new Random(seed);
      this.edits = new FirmEdits(random, log, firm.open());
      this.committed = Before.of(edits);
    }

    void run(int steps) {
      try {
        for (int i = 0; i < steps; i++) {
          step();
        }
        commit();
      } catch (RuntimeException | AssertionError e) {
        int last = Math.max(0, log.size() - 40);
        throw new AssertionError(
            "seed " + seed + ", the last steps: "
                + String.join("; ", log.subList(last, log.size())),
            e);
      } finally {
        edits.session.close();
      }
    }

    private void step() {
      switch (random.nextInt(40)) {
        case 0, 1 -> flush();
        case 2, 3 -> commit();
        case 4 -> rollback();
        case 5, 6 -> savepoint();
        case 7, 8 -> endSavepoint();
        case 9 -> query();
        case 10 -> expire();
        case 11 -> edits.forgetSome();
        case 12 -> openAnotherSession();
        default -> edits.edit();
      }
    }

    private void flush() {
      log.add("flush");
      edits.session.flush();
    }

    private void commit() {
      log.add("commit");
      edits.session.commit();
      began();
      assertThat(FirmModel.stored(firm.engine)).isEqualTo(edits.model);
      checkInstances();
    }

    private void began() {
      savepoints.clear();
      edits.deleted = false;
      committed = Before.of(edits);
    }

    private void rollback() {
      log.add("rollback");
      edits.session.rollback();
      savepoints.clear();
      committed.restore(edits);
      checkInstances();
    }

    private void savepoint() {
      if (savepoints.size() < 4) {
        log.add("savepoint");
        Before before = Before.of(edits);
        savepoints.push(new Savepoint(edits.session.beginNested(), before));
      }
    }

    private void endSavepoint() {
      if (savepoints.isEmpty()) {
        return;
      }
      Savepoint savepoint = savepoints.pop();
      if (random.nextBoolean()) {
        log.add("release");
        savepoint.transaction().commit();
        return;
      }
      log.add("rollback to savepoint");
      savepoint.transaction().rollback();
      savepoint.before().restore(edits);
      if (!edits.deleted) {
        checkInstances();
      }
    }

    private void query() {
      log.add("query");
      Session session = edits.session;
      assertThat(session.query(Worker.class).all())
          .extracting(Worker::name)
          .containsExactlyInAnyOrderElementsOf(edits.model.homes().keySet());
      assertThat(session.query(Task.class).count())
          .isEqualTo(edits.model.tasks().size());
    }

    private void expire() {
      log.add("flush and expire");
      edits.session.flush();
      edits.session.expireAll();
      edits.deleted = false;
      checkInstances();
    }

    private void openAnotherSession() {
      log.add("another session");
      edits.session.commit();
      edits.session.close();
      edits.session = firm.open();
      edits.held = new HashMap<>();
      began();
    }

    /** What the instances say, from both sides of each relationship. */
    private void checkInstances() {
      FirmModel found = new FirmModel();
      for (String name : edits.model.leads().keySet()) {
        Team team = edits.team(name);
        Worker lead = team.lead();
        found.leads().put(team.name(), lead == null ? "" : lead.name());
        team.projects().forEach(project -> found.links().add(name + "|" + project.code()));
        team.workers().forEach(worker -> assertThat(worker.home()).isSameAs(team));
      }
      for (String name : edits.model.titles().keySet()) {
        Project project = edits.project(name);
        found.titles().put(project.code(), project.title());
        assertThat(project.teams())
            .doesNotHaveDuplicates()
            .allSatisfy(team -> assertThat(found.links()).contains(team.name() + "|" + name));
      }
      edits.model.homes().keySet().forEach(name -> read(edits.worker(name), found));
      assertThat(found).isEqualTo(edits.model);
    }

    private static void read(Worker worker, FirmModel found) {
      String name = worker.name();
      Team home = worker.home();
      assertThat(home).isNotNull();
      assertThat(home.workers()).contains(worker);
      found.homes().put(name, home.name());
      Worker boss = worker.boss();
      found.bosses().put(name, boss == null ? "" : boss.name());
      if (boss != null) {
        assertThat(boss.reports()).contains(worker);
      }
      worker.tasks().forEach(task -> {
        found.tasks().put(task.title(), name);
        assertThat(task.worker()).isSameAs(worker);
      });
      worker.badges().forEach((kind, badge) -> {
        assertThat(badge.kind()).isEqualTo(kind);
        found.badges().add(name + "|" + kind);
      });
      Desk desk = worker.desk();
      if (desk != null) {
        found.desks().put(name, desk.room());
      }
    }
  }
}

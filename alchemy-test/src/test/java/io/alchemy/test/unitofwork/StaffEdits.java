package io.alchemy.test.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.orm.Session;
import io.alchemy.test.unitofwork.Firm.Team;
import io.alchemy.test.unitofwork.Firm.Worker;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Random edits of teams and workers, done to the instances and to the model alike. */
abstract class StaffEdits extends FirmUser {
  StaffEdits(Random random, List<String> log, Session session) {
    super(random, log, session);
  }

  final void createTeam() {
    String name = newName("team");
    log("create " + name);
    Team team = new Team(name);
    session.add(team);
    hold(name, team);
    model.leads().put(name, "");
  }

  final void createWorker() {
    if (model.leads().isEmpty()) {
      return;
    }
    String home = any(model.leads().keySet());
    String name = newName("worker");
    if (either("create " + name + " in " + home)) {
      Worker worker = new Worker(name, null);
      team(home).workers().add(worker);
      hold(name, worker);
    } else {
      Worker worker = new Worker(name, team(home));
      session.add(worker);
      hold(name, worker);
    }
    model.homes().put(name, home);
    model.bosses().put(name, "");
  }

  final void giveBoss() {
    if (model.homes().isEmpty()) {
      return;
    }
    String worker = any(model.homes().keySet());
    String boss = any(model.homes().keySet());
    if (worker.equals(boss) || boss.equals(model.bosses().get(worker))) {
      return;
    }
    if (either("give " + worker + " the boss " + boss)) {
      worker(boss).reports().add(0, worker(worker));
    } else {
      worker(worker).boss(worker(boss));
    }
    model.bosses().put(worker, boss);
  }

  final void takeBoss() {
    if (model.homes().isEmpty()) {
      return;
    }
    String worker = any(model.homes().keySet());
    String boss = Objects.requireNonNull(model.bosses().get(worker));
    if (either("take the boss of " + worker) && !boss.isEmpty()) {
      assertThat(worker(boss).reports().remove(worker(worker))).isTrue();
    } else {
      worker(worker).boss(null);
    }
    model.bosses().put(worker, "");
  }

  final void moveHome() {
    if (model.homes().isEmpty()) {
      return;
    }
    moveHome(any(model.homes().keySet()), any(model.leads().keySet()));
  }

  private void moveHome(String worker, String home) {
    if (home.equals(model.homes().get(worker))) {
      return;
    }
    if (either("move " + worker + " to " + home)) {
      team(home).workers().add(worker(worker));
    } else {
      worker(worker).home(team(home));
    }
    model.homes().put(worker, home);
  }

  final void deleteSomeWorker() {
    if (!model.homes().isEmpty()) {
      deleteWorker(any(model.homes().keySet()));
    }
  }

  private void deleteWorker(String name) {
    log("delete " + name);
    Worker worker = worker(name);
    for (String led : FirmModel.with(model.leads(), name)) {
      team(led).lead(null);
      model.leads().put(led, "");
    }
    delete(worker, name);
    model.removeWorker(name);
  }

  final void deleteTeam() {
    if (model.leads().size() < 2) {
      return;
    }
    String name = any(model.leads().keySet());
    String other = any(model.leads().keySet());
    if (name.equals(other)) {
      return;
    }
    log("delete " + name);
    Team team = team(name);
    for (String worker : FirmModel.with(model.homes(), name)) {
      if (number(2) == 0) {
        moveHome(worker, other);
      } else {
        deleteWorker(worker);
      }
    }
    delete(team, name);
    model.removeTeam(name);
  }

  final void lead() {
    if (model.homes().isEmpty()) {
      return;
    }
    String team = any(model.leads().keySet());
    String worker = any(model.homes().keySet());
    log("let " + worker + " lead " + team);
    team(team).lead(worker(worker));
    model.leads().put(team, worker);
  }
}

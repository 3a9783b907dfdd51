package io.alchemy.test.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.orm.Session;
import io.alchemy.test.unitofwork.Firm.Badge;
import io.alchemy.test.unitofwork.Firm.Desk;
import io.alchemy.test.unitofwork.Firm.Project;
import io.alchemy.test.unitofwork.Firm.Task;
import io.alchemy.test.unitofwork.Firm.Team;
import io.alchemy.test.unitofwork.Firm.Worker;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Random edits of a whole firm, done to the instances and to the model alike. */
final class FirmEdits extends StaffEdits {
  FirmEdits(Random random, List<String> log, Session session) {
    super(random, log, session);
  }

  void edit() {
    switch (number(24)) {
      case 0 -> createTeam();
      case 1, 2, 3 -> createWorker();
      case 4, 5, 6 -> giveBoss();
      case 7, 8 -> takeBoss();
      case 9, 10 -> moveHome();
      case 11 -> deleteSomeWorker();
      case 12 -> deleteTeam();
      case 13 -> lead();
      case 14 -> createOrChangeProject();
      case 15 -> deleteProject();
      case 16, 17 -> link();
      case 18 -> unlink();
      case 19, 20 -> createOrMoveTask();
      case 21 -> dropTask();
      case 22 -> badge();
      default -> desk();
    }
  }

  /** There are few codes, so that a deleted project's is soon given again. */
  private void createOrChangeProject() {
    String code = "project" + number(5);
    String title = newName("title");
    log("title " + code + " " + title);
    if (model.titles().containsKey(code)) {
      project(code).title(title);
    } else {
      Project project = new Project(code, title);
      session.add(project);
      hold(code, project);
    }
    model.titles().put(code, title);
  }

  private void deleteProject() {
    if (!model.titles().isEmpty()) {
      String code = any(model.titles().keySet());
      log("delete " + code);
      delete(project(code), code);
      model.removeProject(code);
    }
  }

  private void link() {
    if (model.titles().isEmpty() || model.leads().isEmpty()) {
      return;
    }
    String team = any(model.leads().keySet());
    String code = any(model.titles().keySet());
    if (!model.links().add(team + "|" + code)) {
      return;
    }
    if (either("link " + team + " to " + code)) {
      team(team).projects().add(project(code));
    } else {
      project(code).teams().add(team(team));
    }
  }

  private void unlink() {
    if (model.links().isEmpty()) {
      return;
    }
    String link = any(model.links());
    Team team = team(link.substring(0, link.indexOf('|')));
    Project project = project(link.substring(link.indexOf('|') + 1));
    boolean removed = either("unlink " + link)
        ? team.projects().remove(project)
        : project.teams().remove(team);
    assertThat(removed).isTrue();
    model.links().remove(link);
  }

  private void createOrMoveTask() {
    if (model.homes().isEmpty()) {
      return;
    }
    String worker = any(model.homes().keySet());
    boolean isNew = model.tasks().isEmpty() || number(3) > 0;
    String title = isNew ? newName("task") : any(model.tasks().keySet());
    if (worker.equals(model.tasks().get(title))) {
      return;
    }
    Task task = isNew ? new Task(title) : task(title);
    if (either("give " + worker + " " + title)) {
      worker(worker).tasks().add(task);
    } else {
      task.worker(worker(worker));
      session.add(task);
    }
    hold(title, task);
    model.tasks().put(title, worker);
  }

  /** Deletes it, or makes it an orphan. */
  private void dropTask() {
    if (model.tasks().isEmpty()) {
      return;
    }
    String title = any(model.tasks().keySet());
    Task task = task(title);
    Worker worker = worker(Objects.requireNonNull(model.tasks().get(title)));
    if (either("drop " + title)) {
      assertThat(worker.tasks().remove(task)).isTrue();
      forget(task, title);
    } else {
      delete(task, title);
    }
    model.tasks().remove(title);
  }

  private void badge() {
    if (model.homes().isEmpty()) {
      return;
    }
    String worker = any(model.homes().keySet());
    String kind = "badge" + number(3);
    if (either("put on or take off " + worker + "'s " + kind)) {
      worker(worker).badges().put(kind, new Badge(kind));
      model.badges().add(worker + "|" + kind);
    } else {
      worker(worker).badges().remove(kind);
      model.badges().remove(worker + "|" + kind);
    }
  }

  private void desk() {
    if (model.homes().isEmpty()) {
      return;
    }
    String worker = any(model.homes().keySet());
    String room = newName("room");
    if (either("give or take the desk of " + worker + " in " + room)) {
      worker(worker).desk(new Desk(room));
      model.desks().put(worker, room);
    } else {
      worker(worker).desk(null);
      model.desks().remove(worker);
    }
  }
}

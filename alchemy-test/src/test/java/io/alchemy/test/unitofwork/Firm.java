package io.alchemy.test.unitofwork;

import io.alchemy.orm.Registry;
import io.alchemy.schema.MetaData;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A firm: inherited fields and versions, two tables that refer to each other, a tree, links, a map, orphans. */
final class Firm {
  private Firm() {}

  static Registry registry() {
    Registry registry = new Registry(new MetaData());
    registry.mapAnnotated(
        Team.class, Worker.class, Project.class, Task.class, Badge.class, Desk.class);
    return registry;
  }

  @MappedSuperclass
  abstract static class Kept {
    @Id
    @GeneratedValue
    private @Nullable Long id;

    @Version
    private int revision;

    @Column(nullable = false, unique = true)
    private String name = "";

    String name() {
      return name;
    }

    void name(String name) {
      this.name = name;
    }
  }

  @Entity
  static class Team extends Kept {
    @ManyToOne
    private @Nullable Worker lead;

    @OneToMany(mappedBy = "home")
    @OrderBy("name")
    private List<Worker> workers = new ArrayList<>();

    @ManyToMany
    @JoinTable(name = "team_project")
    private Set<Project> projects = new HashSet<>();

    Team() {}

    Team(String name) {
      name(name);
    }

    @Nullable
    Worker lead() {
      return lead;
    }

    void lead(@Nullable Worker lead) {
      this.lead = lead;
    }

    List<Worker> workers() {
      return workers;
    }

    Set<Project> projects() {
      return projects;
    }
  }

  @Entity
  static class Worker extends Kept {
    @ManyToOne(optional = false)
    private @Nullable Team home;

    @ManyToOne
    private @Nullable Worker boss;

    @OneToMany(mappedBy = "boss")
    @OrderBy("name")
    private List<Worker> reports = new ArrayList<>();

    @OneToMany(mappedBy = "worker", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("title")
    private List<Task> tasks = new ArrayList<>();

    @OneToMany(mappedBy = "worker", cascade = CascadeType.ALL, orphanRemoval = true)
    @MapKey(name = "kind")
    private Map<String, Badge> badges = new HashMap<>();

    @OneToOne(mappedBy = "worker", cascade = CascadeType.ALL, orphanRemoval = true)
    private @Nullable Desk desk;

    Worker() {}

    Worker(String name, @Nullable Team home) {
      name(name);
      this.home = home;
    }

    @Nullable
    Team home() {
      return home;
    }

    void home(Team home) {
      this.home = home;
    }

    @Nullable
    Worker boss() {
      return boss;
    }

    void boss(@Nullable Worker boss) {
      this.boss = boss;
    }

    List<Worker> reports() {
      return reports;
    }

    List<Task> tasks() {
      return tasks;
    }

    Map<String, Badge> badges() {
      return badges;
    }

    @Nullable
    Desk desk() {
      return desk;
    }

    void desk(@Nullable Desk desk) {
      this.desk = desk;
    }
  }

  @Entity
  static class Project {
    @Id
    private String code = "";

    private String title = "";

    @ManyToMany(mappedBy = "projects")
    private List<Team> teams = new ArrayList<>();

    Project() {}

    Project(String code, String title) {
      this.code = code;
      this.title = title;
    }

    String code() {
      return code;
    }

    String title() {
      return title;
    }

    void title(String title) {
      this.title = title;
    }

    List<Team> teams() {
      return teams;
    }
  }

  @Entity
  static class Task {
    @Id
    @GeneratedValue
    private @Nullable UUID id;

    private String title = "";

    @ManyToOne(optional = false)
    private @Nullable Worker worker;

    Task() {}

    Task(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }

    @Nullable
    Worker worker() {
      return worker;
    }

    void worker(Worker worker) {
      this.worker = worker;
    }
  }

  @Entity
  static class Badge {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Integer id;

    @Column(nullable = false)
    private String kind = "";

    @ManyToOne
    private @Nullable Worker worker;

    Badge() {}

    Badge(String kind) {
      this.kind = kind;
    }

    String kind() {
      return kind;
    }
  }

  @Entity
  static class Desk {
    @Id
    @GeneratedValue
    private @Nullable Integer id;

    private String room = "";

    @OneToOne(optional = false)
    private @Nullable Worker worker;

    Desk() {}

    Desk(String room) {
      this.room = room;
    }

    String room() {
      return room;
    }
  }
}

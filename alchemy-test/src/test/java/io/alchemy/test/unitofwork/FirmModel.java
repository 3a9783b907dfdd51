package io.alchemy.test.unitofwork;

import io.alchemy.engine.Engine;
import io.alchemy.sql.Row;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What a {@link Firm} should be, in plain collections. Nobody is {@code ""}.
 *
 * @param leads by team
 * @param homes teams by worker
 * @param bosses by worker
 * @param titles by project
 * @param links {@code team|project}
 * @param tasks workers by task
 * @param badges {@code worker|kind}
 * @param desks rooms by worker
 */
record FirmModel(
    TreeMap<String, String> leads,
    TreeMap<String, String> homes,
    TreeMap<String, String> bosses,
    TreeMap<String, String> titles,
    TreeSet<String> links,
    TreeMap<String, String> tasks,
    TreeSet<String> badges,
    TreeMap<String, String> desks) {

  FirmModel() {
    this(
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeSet<>(),
        new TreeMap<>(),
        new TreeSet<>(),
        new TreeMap<>());
  }

  FirmModel copy() {
    return new FirmModel(
        new TreeMap<>(leads),
        new TreeMap<>(homes),
        new TreeMap<>(bosses),
        new TreeMap<>(titles),
        new TreeSet<>(links),
        new TreeMap<>(tasks),
        new TreeSet<>(badges),
        new TreeMap<>(desks));
  }

  void removeTeam(String team) {
    leads.remove(team);
    links.removeIf(link -> link.startsWith(team + "|"));
  }

  void removeProject(String code) {
    titles.remove(code);
    links.removeIf(link -> link.endsWith("|" + code));
  }

  /** With what is the worker's alone. */
  void removeWorker(String worker) {
    homes.remove(worker);
    bosses.remove(worker);
    bosses.replaceAll((each, boss) -> boss.equals(worker) ? "" : boss);
    tasks.values().removeIf(worker::equals);
    badges.removeIf(badge -> badge.startsWith(worker + "|"));
    desks.remove(worker);
  }

  /** What the tables say, by SQL of its own. */
  static FirmModel stored(Engine engine) {
    FirmModel firm = new FirmModel();
    each(
        engine,
        "SELECT t.name, coalesce(w.name, '') FROM team t LEFT JOIN worker w ON w.id = t.lead_id",
        row -> firm.leads.put(text(row, 0), text(row, 1)));
    each(
        engine,
        "SELECT w.name, t.name, coalesce(b.name, '') FROM worker w JOIN team t ON t.id = w.home_id"
            + " LEFT JOIN worker b ON b.id = w.boss_id",
        row -> {
          firm.homes.put(text(row, 0), text(row, 1));
          firm.bosses.put(text(row, 0), text(row, 2));
        });
    each(
        engine,
        "SELECT code, title FROM project",
        row -> firm.titles.put(text(row, 0), text(row, 1)));
    each(
        engine,
        "SELECT t.name, p.projects_code FROM team_project p JOIN team t ON t.id = p.teams_id",
        row -> firm.links.add(text(row, 0) + "|" + text(row, 1)));
    each(
        engine,
        "SELECT t.title, w.name FROM task t JOIN worker w ON w.id = t.worker_id",
        row -> firm.tasks.put(text(row, 0), text(row, 1)));
    each(
        engine,
        "SELECT coalesce(w.name, ''), b.kind FROM badge b LEFT JOIN worker w ON w.id = b.worker_id",
        row -> firm.badges.add(text(row, 0) + "|" + text(row, 1)));
    each(
        engine,
        "SELECT w.name, d.room FROM desk d JOIN worker w ON w.id = d.worker_id",
        row -> firm.desks.put(text(row, 0), text(row, 1)));
    return firm;
  }

  private static void each(Engine engine, String query, Consumer<Row> reader) {
    List<Row> rows = engine.read(connection -> connection.execute(query).all());
    rows.forEach(reader);
  }

  private static String text(Row row, int column) {
    return (String) Objects.requireNonNull(row.get(column));
  }

  /** The names of those whose value is {@code value}. */
  static List<String> with(Map<String, String> values, String value) {
    return values.keySet().stream().filter(key -> value.equals(values.get(key))).toList();
  }
}

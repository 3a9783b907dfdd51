package io.alchemy.compile;

import io.alchemy.error.CompileException;
import io.alchemy.schema.Column;
import io.alchemy.sql.Condition;
import io.alchemy.sql.From;
import io.alchemy.sql.node.Setting;
import io.alchemy.sql.node.UpdateSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes UPDATE. */
final class UpdateWriter {
  private final StatementWriter writer;
  private final UpdateSpec spec;
  private final TargetColumns target;
  private final List<Column<?>> parameters;

  /**
   * An UPDATE.
   *
   * @param parameters the columns whose values execution gives by name
   */
  UpdateWriter(StatementWriter writer, UpdateSpec spec, Collection<String> parameters) {
    this.writer = writer;
    this.spec = spec;
    this.target = new TargetColumns(writer, spec.target());
    this.parameters = target.named(parameters);
  }

  TargetColumns target() {
    return target;
  }

  /** What stands in FROM: given, or mentioned by the conditions and values. */
  List<From> froms() {
    return extraFroms(writer, target, spec.froms(), spec.where(), spec.settings());
  }

  static List<From> extraFroms(
      StatementWriter writer,
      TargetColumns target,
      List<From> given,
      @Nullable Condition where,
      List<Setting> settings) {
    List<From> froms = new ArrayList<>();
    Set<From> covered = new HashSet<>();
    covered.add(target.table());
    for (From from : given) {
      froms.add(writer.sources().canonical(from));
      covered.addAll(writer.sources().leaves(from));
    }
    Set<From> mentioned = new java.util.LinkedHashSet<>();
    if (where != null) {
      mentioned.addAll(writer.sources().of(where));
    }
    for (Setting setting : settings) {
      mentioned.addAll(writer.sources().of(setting.value()));
    }
    for (From source : mentioned) {
      if (covered.add(source)) {
        froms.add(source);
      }
    }
    if (!froms.isEmpty()) {
      List<From> all = new ArrayList<>(froms);
      all.add(0, target.table());
      Connectivity.require(writer, all, where);
    }
    return froms;
  }

  void write() {
    List<From> froms = froms();
    if (!froms.isEmpty() && !writer.dialect().can(Capability.UPDATE_FROM)) {
      throw new CompileException(
          writer.dialect().name() + " has no UPDATE … FROM: set to a correlated asScalar()");
    }
    List<From> all = new ArrayList<>(List.of(target.table()));
    all.addAll(froms);
    Scope scope = Scope.of(null, writer.froms().sources(all));
    writer.write("UPDATE ").write(writer.names().table(target.table())).write(" SET ");
    writer.inside(scope, () -> {
      set();
      if (!froms.isEmpty()) {
        writer.write(" FROM ");
        writer.froms().write(froms, scope);
      }
      if (spec.where() != null) {
        writer.write(" WHERE ").expression(spec.where());
      }
    });
  }

  private void set() {
    SettingList list = new SettingList(writer, target);
    Set<Column<?>> set = new HashSet<>(parameters);
    List<Setting> settings = new ArrayList<>();
    for (Setting setting : spec.settings()) {
      if (set.add(target.column(setting.column()))) {
        settings.add(setting);
      }
    }
    list.write(settings);
    for (Column<?> column : parameters) {
      list.begin(column);
      writer.binds().parameter(writer.out(), column.key(), column.type().assigned());
    }
    if (list.isEmpty() && writer.binds().isExecutable()) {
      throw new CompileException("UPDATE "
          + target.table()
          + " sets nothing: use set(…), or give values by name when it is executed");
    }
    if (writer.binds().isExecutable()) {
      for (Column<?> column : target.table().columns()) {
        if (column.onUpdateGenerator() != null && !set.contains(column)) {
          list.begin(column);
          new InsertDefaults(writer).write(column, column.onUpdateGenerator());
        }
      }
    }
  }
}

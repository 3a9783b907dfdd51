package io.alchemy.schema;

import io.alchemy.error.ArgumentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code FOREIGN KEY (a, b) REFERENCES other (x, y)}. Made by {@link ColumnDef#references} too. What it refers to is looked
 * up when it is first asked for, so tables may be defined in any order.
 */
public final class ForeignKey extends Constraint {
  private static final Set<String> ACTIONS =
      Set.of("CASCADE", "SET NULL", "SET DEFAULT", "RESTRICT", "NO ACTION");

  private final ColumnList columns;
  private final List<ColumnReference> references;
  private final @Nullable String onDelete;
  private final @Nullable String onUpdate;
  private @Nullable List<Column<?>> sources;
  private @Nullable List<Column<?>> targets;

  ForeignKey(
      @Nullable String name,
      ColumnList columns,
      List<ColumnReference> references,
      @Nullable String onDelete,
      @Nullable String onUpdate) {
    super(name);
    this.columns = columns;
    this.references = references;
    this.onDelete = onDelete;
    this.onUpdate = onUpdate;
    if (columns.size() != references.size()) {
      throw new ArgumentException(
          this + " refers with " + columns.size() + " columns to " + references.size());
    }
  }

  /** The first half: {@code ForeignKey.from("order_id", "line").to("item.order_id", "item.line")}. */
  public static Referring from(String... columns) {
    return new Referring(ColumnList.named("foreign key", columns));
  }

  /** A foreign key that still lacks what it refers to. */
  public static final class Referring {
    private final ColumnList columns;

    private Referring(ColumnList columns) {
      this.columns = columns;
    }

    /** What it refers to, each as {@code table.column}, in the same order. */
    public ForeignKey to(String... targets) {
      List<ColumnReference> references = new ArrayList<>();
      for (String target : targets) {
        references.add(ColumnReference.to(target));
      }
      return new ForeignKey(null, columns, references, null, null);
    }
  }

  public ForeignKey named(String name) {
    return new ForeignKey(name, columns, references, onDelete, onUpdate);
  }

  /** What the database does to rows that refer to a deleted one: {@code CASCADE}, {@code SET NULL}, …. */
  public ForeignKey onDelete(String action) {
    return new ForeignKey(name(), columns, references, action(action), onUpdate);
  }

  /** What the database does to rows that refer to one whose key changes. */
  public ForeignKey onUpdate(String action) {
    return new ForeignKey(name(), columns, references, onDelete, action(action));
  }

  static String action(String action) {
    String known = action.trim().toUpperCase(Locale.ROOT);
    if (!ACTIONS.contains(known)) {
      throw new ArgumentException(
          "No referential action '" + action + "': there are " + String.join(", ", ACTIONS));
    }
    return known;
  }

  /** The columns that refer. */
  public List<Column<?>> columns() {
    if (sources == null) {
      sources = List.copyOf(columns.in(table()));
    }
    return sources;
  }

  /**
   * The columns referred to, in the order of {@link #columns}; all of one table.
   *
   * @throws ArgumentException when there is no such table or column
   */
  public List<Column<?>> targetColumns() {
    if (targets == null) {
      targets = resolve();
    }
    return targets;
  }

  private List<Column<?>> resolve() {
    List<Column<?>> found = new ArrayList<>();
    for (ColumnReference reference : references) {
      Column<?> target = reference.resolve(this);
      if (!found.isEmpty() && found.get(0).table() != target.table()) {
        throw new ArgumentException(this + " refers to more than one table");
      }
      found.add(target);
    }
    return List.copyOf(found);
  }

  /** The table referred to. */
  public Table target() {
    return targetColumns().get(0).table();
  }

  /** Whether the table refers to itself. */
  public boolean isSelfReference() {
    return target() == table();
  }

  /** Upper case; null where nothing was said, which is {@code NO ACTION}. */
  public @Nullable String onDelete() {
    return onDelete;
  }

  /** Upper case; null where nothing was said, which is {@code NO ACTION}. */
  public @Nullable String onUpdate() {
    return onUpdate;
  }

  @Override
  public String toString() {
    return "FOREIGN KEY " + columns + " REFERENCES " + references;
  }
}

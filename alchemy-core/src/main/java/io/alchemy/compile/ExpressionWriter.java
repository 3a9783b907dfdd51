package io.alchemy.compile;

import io.alchemy.error.CompileException;
import io.alchemy.schema.Column;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Text;
import io.alchemy.sql.node.AliasColumn;
import io.alchemy.sql.node.Arithmetic;
import io.alchemy.sql.node.Between;
import io.alchemy.sql.node.BindValue;
import io.alchemy.sql.node.BooleanConstant;
import io.alchemy.sql.node.CaseWhen;
import io.alchemy.sql.node.Cast;
import io.alchemy.sql.node.Coerce;
import io.alchemy.sql.node.Collate;
import io.alchemy.sql.node.Comparison;
import io.alchemy.sql.node.Concat;
import io.alchemy.sql.node.CurrentTimestamp;
import io.alchemy.sql.node.CustomOperation;
import io.alchemy.sql.node.EntityExpression;
import io.alchemy.sql.node.Excluded;
import io.alchemy.sql.node.Exists;
import io.alchemy.sql.node.FunctionCall;
import io.alchemy.sql.node.InList;
import io.alchemy.sql.node.InSelect;
import io.alchemy.sql.node.JsonExists;
import io.alchemy.sql.node.JsonPath;
import io.alchemy.sql.node.Junction;
import io.alchemy.sql.node.Labeled;
import io.alchemy.sql.node.Like;
import io.alchemy.sql.node.LiteralSql;
import io.alchemy.sql.node.Multiset;
import io.alchemy.sql.node.NamedColumn;
import io.alchemy.sql.node.Not;
import io.alchemy.sql.node.NullTest;
import io.alchemy.sql.node.NumericArithmetic;
import io.alchemy.sql.node.NumericCall;
import io.alchemy.sql.node.Operation;
import io.alchemy.sql.node.OutputColumn;
import io.alchemy.sql.node.Parameter;
import io.alchemy.sql.node.Precedence;
import io.alchemy.sql.node.Relocated;
import io.alchemy.sql.node.RowComparison;
import io.alchemy.sql.node.ScalarSelect;
import io.alchemy.sql.node.ShapeWriter;
import io.alchemy.sql.node.TextParts;
import io.alchemy.sql.node.TruthTest;
import io.alchemy.types.SqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes expressions: one entry of the table for each kind of node. */
final class ExpressionWriter {
  /** Longer chains are written in groups: SQLite refuses trees deeper than a thousand, and parses a chain as one. */
  private static final int CHAIN = 256;

  /** Writes one kind of node; binds without a type take {@code type}, and are called {@code name}. */
  private interface Rule<E> {
    void write(ExpressionWriter to, E node, @Nullable SqlType<?> type, @Nullable String name);
  }

  /** Built once: as a table of each writer it was a ninth of what a statement took to compile. */
  private static final Map<Class<?>, Rule<Object>> RULES = new HashMap<>();

  static {
    values();
    conditions();
  }

  private final StatementWriter writer;
  private final Precedences precedences;
  private final PredicateWriter predicates;
  private final FunctionWriter functions;
  private final ColumnWriter columns;
  private final JsonWriter json;
  private final MultisetWriter multisets;
  private int depth;

  ExpressionWriter(StatementWriter writer) {
    this.writer = writer;
    this.precedences = new Precedences(writer);
    this.predicates = new PredicateWriter(writer, this);
    this.functions = new FunctionWriter(writer, this);
    this.columns = new ColumnWriter(writer);
    this.json = new JsonWriter(writer);
    this.multisets = new MultisetWriter(writer);
  }

  private static void values() {
    rule(
        BindValue.class,
        (to, n, t, a) ->
            to.writer.typed(n.type() == null ? t : n.type(), () -> to.writer.bind(n, t, a)));
    rule(
        Parameter.class,
        (to, n, t, a) -> to.writer.typed(
            n.type(), () -> to.writer.binds().parameter(to.writer.out(), n.name(), n.type())));
    rule(AliasColumn.class, (to, n, t, a) -> to.columns.write(n));
    rule(OutputColumn.class, (to, n, t, a) -> to.columns.write(n));
    rule(NamedColumn.class, (to, n, t, a) -> to.columns.write(n));
    rule(Excluded.class, (to, n, t, a) -> to.columns.write(n));
    rule(Labeled.class, (to, n, t, a) -> to.write(n.expression(), t, a));
    rule(Coerce.class, (to, n, t, a) -> to.write(n.value(), n.type(), a));
    rule(
        Relocated.class,
        (to, n, t, a) -> to.writer.relocations().inside(n, () -> to.write(n.part(), t, a)));
    rule(Cast.class, ExpressionWriter::cast);
    rule(Collate.class, ExpressionWriter::collate);
    rule(Arithmetic.class, ExpressionWriter::arithmetic);
    rule(NumericArithmetic.class, ExpressionWriter::arithmetic);
    rule(CustomOperation.class, ExpressionWriter::custom);
    rule(Concat.class, ExpressionWriter::concat);
    rule(CaseWhen.class, ExpressionWriter::caseWhen);
    rule(LiteralSql.class, (to, n, t, a) -> to.literal(n));
    rule(CurrentTimestamp.class, (to, n, t, a) -> to.currentTimestamp());
    rule(FunctionCall.class, (to, n, t, a) -> to.functions.write(n.call(), n.type()));
    rule(NumericCall.class, (to, n, t, a) -> to.functions.write(n.call(), n.type()));
    rule(ScalarSelect.class, (to, n, t, a) -> to.functions.subquery("", n.select()));
    rule(JsonPath.class, (to, n, t, a) -> to.json.path(n));
    rule(Multiset.class, (to, n, t, a) -> to.multisets.write(n));
  }

  private static void conditions() {
    rule(Comparison.class, (to, n, t, a) -> to.predicates.comparison(n));
    rule(RowComparison.class, (to, n, t, a) -> to.predicates.rows(n));
    rule(Junction.class, (to, n, t, a) -> to.junction(n));
    rule(Not.class, (to, n, t, a) -> to.not(n));
    rule(Like.class, (to, n, t, a) -> to.predicates.like(n));
    rule(Between.class, (to, n, t, a) -> to.predicates.between(n));
    rule(NullTest.class, (to, n, t, a) -> to.predicates.nullTest(n));
    rule(InList.class, (to, n, t, a) -> to.predicates.inList(n));
    rule(InSelect.class, (to, n, t, a) -> to.predicates.inSelect(n));
    rule(TruthTest.class, (to, n, t, a) -> to.predicates.truthTest(n));
    rule(BooleanConstant.class, (to, n, t, a) -> to.predicates.constant(n.value()));
    rule(Exists.class, (to, n, t, a) -> to.functions.exists(n));
    rule(JsonExists.class, (to, n, t, a) -> to.json.exists(n));
    rule(Text.class, (to, n, t, a) -> to.text(n));
  }

  @SuppressWarnings("unchecked") // the table is asked by the node's own class
  private static <E> void rule(Class<E> node, Rule<E> rule) {
    RULES.put(node, (Rule<Object>) rule);
  }

  /** An expression that stands alone. */
  void write(Expression<?> expression, @Nullable SqlType<?> type, @Nullable String name) {
    if (expression instanceof Column<?> column) {
      writer.column(column);
      return;
    }
    Rule<Object> rule = RULES.get(expression.getClass());
    if (rule != null) {
      ShapeWriter.requireDepth(++depth);
      rule.write(this, expression, type, name);
      depth--;
    } else if (expression instanceof EntityExpression<?>) {
      entity(expression, type, name);
    } else {
      throw new CompileException("no way is known to write a "
          + expression.getClass().getName()
          + "; build expressions with Sql and the methods of Expression");
    }
  }

  private void entity(Expression<?> expression, @Nullable SqlType<?> type, @Nullable String name) {
    if (writer.entities() == null && !writer.binds().isExecutable()) {
      writer.write(String.valueOf(expression));
    } else {
      write(writer.entitiesFor(expression).resolve(expression), type, name);
    }
  }

  /** An operand: in parentheses if it binds looser than {@code least}. */
  void operand(
      Expression<?> operand, Precedence least, @Nullable SqlType<?> type, @Nullable String name) {
    boolean parentheses = precedences.of(operand).compareTo(least) < 0;
    writer.write(parentheses ? "(" : "");
    write(operand, type, name);
    writer.write(parentheses ? ")" : "");
  }

  private void arithmetic(Operation node, @Nullable SqlType<?> type, @Nullable String name) {
    List<Operation> chain = node.chain();
    Expression<?> first = chain.get(0).left();
    Precedence own = node.operator().precedence();
    Precedence above = Precedence.values()[own.ordinal() + 1];
    SqlType<?> left = orElse(writer.typeOf(first), type);
    List<Runnable> operands = new ArrayList<>(chain.size() + 1);
    SqlType<?> right = orElse(writer.typeOf(chain.get(0).right()), type);
    operands.add(() -> operand(first, own, right, name));
    boolean same = true;
    for (Operation operation : chain) {
      operands.add(() -> operand(operation.right(), above, left, nameOf(operation.left())));
      same &= operation.operator() == node.operator();
    }
    if (same && node.operator().isAssociative()) {
      chain(operands, " " + node.operator().sql() + " ");
      return;
    }
    operands.get(0).run();
    for (int i = 0; i < chain.size(); i++) {
      writer.write(" ").write(chain.get(i).operator().sql()).write(" ");
      operands.get(i + 1).run();
    }
  }

  private static @Nullable SqlType<?> orElse(@Nullable SqlType<?> own, @Nullable SqlType<?> type) {
    return own == null ? type : own;
  }

  private void custom(CustomOperation<?> node, @Nullable SqlType<?> type, @Nullable String name) {
    writer.doesMore();
    operand(node.left(), Precedence.PREFIX, null, name);
    writer.write(" ").write(node.operator()).write(" ");
    operand(node.right(), Precedence.PREFIX, null, nameOf(node.left()));
  }

  private void concat(Concat node, @Nullable SqlType<?> type, @Nullable String name) {
    List<Runnable> items = new ArrayList<>(node.items().size());
    for (Expression<?> item : node.items()) {
      items.add(() -> operand(item, Precedence.PREFIX, null, name));
    }
    chain(items, " || ");
  }

  private void cast(Cast<?> node, @Nullable SqlType<?> type, @Nullable String name) {
    writer.write("CAST(");
    writer.placed(node.value(), null, name);
    writer.write(" AS ").write(writer.dialect().castTarget(node.type())).write(")");
  }

  private void collate(Collate<?> node, @Nullable SqlType<?> type, @Nullable String name) {
    operand(node.text(), Precedence.ATOM, type, name);
    writer.write(" COLLATE ");
    writer.identifier(node.collation());
  }

  private void caseWhen(CaseWhen<?> node, @Nullable SqlType<?> type, @Nullable String name) {
    SqlType<?> result = orElse(node.type(), type);
    writer.write("CASE");
    for (CaseWhen.Branch branch : node.branches()) {
      writer.write(" WHEN ");
      write(branch.condition(), null, null);
      writer.write(" THEN ");
      write(branch.value(), result, name);
    }
    if (node.otherwise() != null) {
      writer.write(" ELSE ");
      write(node.otherwise(), result, name);
    }
    writer.write(" END");
  }

  /** The time of the transaction's begin, in some databases. */
  private void currentTimestamp() {
    writer.doesMore();
    writer.write(writer.dialect().currentTimestamp());
  }

  private void literal(LiteralSql<?> node) {
    if (!Precedences.isPlain(node.sql())) {
      writer.usesText();
    }
    writer.write(node.sql());
  }

  private void junction(Junction node) {
    if (node.isEmpty()) {
      predicates.constant(node.isConjunction());
      return;
    }
    Precedence least = node.isConjunction() ? Precedence.NOT : Precedence.AND;
    List<Runnable> conditions = new ArrayList<>();
    for (Condition condition : node.conditions()) {
      conditions.add(() -> operand(condition, least, null, null));
    }
    chain(conditions, node.isConjunction() ? " AND " : " OR ");
  }

  /** Operands of one associative operator, a long chain in groups. */
  private void chain(List<Runnable> operands, String separator) {
    if (operands.size() > CHAIN) {
      int size = Math.max(CHAIN / 2, (operands.size() + CHAIN - 1) / CHAIN);
      for (int from = 0; from < operands.size(); from += size) {
        writer.write(from == 0 ? "(" : separator + "(");
        chain(operands.subList(from, Math.min(from + size, operands.size())), separator);
        writer.write(")");
      }
      return;
    }
    for (int i = 0; i < operands.size(); i++) {
      writer.write(i == 0 ? "" : separator);
      operands.get(i).run();
    }
  }

  private void not(Not node) {
    writer.write("NOT ");
    operand(node.condition(), Precedence.ATOM, null, null);
  }

  private void text(Text node) {
    writer.usesText();
    TextParts parts = node.cut();
    for (int i = 0; i < parts.pieces().size(); i++) {
      writer.write(parts.pieces().get(i));
      if (i < parts.names().size()) {
        String name = parts.names().get(i);
        BindValue<?> bind = node.binds().get(name);
        if (bind == null) {
          writer.binds().parameter(writer.out(), name, null);
        } else {
          writer.bind(bind, null, name);
        }
      }
    }
  }

  /** What a bind beside {@code expression} is called. */
  static @Nullable String nameOf(Expression<?> expression) {
    return BindNames.of(expression);
  }
}

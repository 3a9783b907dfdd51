package io.alchemy.sql.node;

import io.alchemy.error.CompileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects a statement's shape: a flat array of tokens that no bind value is part of, and the values beside it, in
 * traversal order. Anonymous aliases are numbered by first appearance, and a bind that appears twice is written as a
 * reference to its first appearance, so statements are compared up to renaming and sharing.
 *
 * <p>Writing it is most of what a statement costs that was compiled before, so it is two arrays and no more: the tokens are
 * compared where they were written, and copied only to be kept.
 */
public final class ShapeWriter {
  private static final int SCAN = 16;

  /** What no statement reaches that a person wrote, and no thread's stack is too small for. */
  private static final int DEEPEST = 250;

  /** As many as a statement of a few joins and conditions has. */
  private static final int TOKENS = 96;

  private static final int BINDS = 8;

  private @Nullable Object[] tokens = new Object[TOKENS];
  private int size;
  private int hash = 1;
  private int depth;
  private int count;
  private Object[] binds = new Object[BINDS];
  private @Nullable Object[] values = new Object[BINDS];
  private @Nullable List<Object> anonymous;
  private @Nullable List<String> parameters;
  private @Nullable Map<Object, Integer> bindIndex;

  /** Adds a token, compared by {@code equals}: a node's class, an operator, a name, a column, a type. */
  public ShapeWriter token(@Nullable Object token) {
    if (size == tokens.length) {
      tokens = Arrays.copyOf(tokens, size * 2);
    }
    tokens[size++] = token;
    hash = 31 * hash + (token == null ? 0 : token.hashCode());
    return this;
  }

  /**
   * Adds a child, or a mark that there is none. What is no node (a column, a table) is a token itself.
   *
   * @throws CompileException when expressions nest too deep
   */
  public ShapeWriter child(@Nullable Object part) {
    if (part instanceof Node node) {
      requireDepth(++depth);
      node.shape(this);
      depth--;
      return this;
    }
    return token(part);
  }

  /** Refuses expressions nested so deep that the stack would end first. */
  public static void requireDepth(int depth) {
    if (depth > DEEPEST) {
      throw new CompileException(
          "expressions are nested more than "
              + DEEPEST
              + " deep: chains of and, or, plus and concat may be of any length, but what is put inside itself"
              + " again and again (CASE, functions, and within or) must be built flat, or in several statements");
    }
  }

  /** Adds a list of children, with its length. */
  public ShapeWriter children(List<?> parts) {
    token(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      child(parts.get(i));
    }
    return this;
  }

  /** Adds a bind: its type is part of the shape, and {@code value} is set aside. */
  public ShapeWriter bind(Object bind, @Nullable Object type, @Nullable Object value) {
    int first = indexOfBind(bind);
    if (first >= 0) {
      return token(Shared.ofBind(first));
    }
    if (bindIndex != null) {
      bindIndex.put(bind, count);
    }
    if (count == binds.length) {
      binds = Arrays.copyOf(binds, count * 2);
      values = Arrays.copyOf(values, count * 2);
    }
    binds[count] = bind;
    values[count++] = value;
    return token(type);
  }

  /** Adds the name of a value that execution gives. */
  public ShapeWriter parameter(String name) {
    if (parameters == null) {
      parameters = new ArrayList<>(2);
    }
    if (!parameters.contains(name)) {
      parameters.add(name);
    }
    return token(name);
  }

  /** The names of the values that execution gives. */
  public List<String> parameters() {
    return parameters == null ? List.of() : parameters;
  }

  /** Adds something known by identity alone, such as an anonymous alias; true the first time it is met. */
  public boolean anonymous(Object thing) {
    if (anonymous == null) {
      anonymous = new ArrayList<>(4);
    }
    for (int i = 0; i < anonymous.size(); i++) {
      if (anonymous.get(i) == thing) {
        token(Shared.of(i));
        return false;
      }
    }
    token(Shared.of(anonymous.size()));
    anonymous.add(thing);
    return true;
  }

  private int indexOfBind(Object bind) {
    if (bindIndex == null && count > SCAN) {
      bindIndex = new IdentityHashMap<>();
      for (int i = 0; i < count; i++) {
        bindIndex.put(binds[i], i);
      }
    }
    if (bindIndex != null) {
      Integer found = bindIndex.get(bind);
      return found == null ? -1 : found;
    }
    for (int i = 0; i < count; i++) {
      if (binds[i] == bind) {
        return i;
      }
    }
    return -1;
  }

  /** The tokens written so far, to look something up by while nothing more is written. */
  public Tokens tokens() {
    return new Tokens(tokens, size, hash);
  }

  /** The values of the binds, in the order in which they were met. */
  public @Nullable Object[] values() {
    return count == values.length ? values : Arrays.copyOf(values, count);
  }

  /** The bind nodes in the same order; only a compilation needs them. */
  public List<Object> binds() {
    return Arrays.asList(binds).subList(0, count);
  }

  /** A reference to something met before in the same statement. */
  private record Shared(int index) {
    private static final Shared[] SMALL = new Shared[64];

    static {
      Arrays.setAll(SMALL, Shared::new);
    }

    /** Not to be mistaken for something anonymous. */
    static Shared ofBind(int index) {
      return new Shared(-1 - index);
    }

    static Shared of(int index) {
      return index < SMALL.length ? SMALL[index] : new Shared(index);
    }
  }

  /** A statement's shape: a key of a cache, with its hash. */
  public static final class Tokens {
    private final @Nullable Object[] tokens;
    private final int size;
    private final int hash;

    Tokens(@Nullable Object[] tokens, int size, int hash) {
      this.tokens = tokens;
      this.size = size;
      this.hash = hash;
    }

    /** The same tokens, in an array of their own. */
    public Tokens kept() {
      return new Tokens(Arrays.copyOf(tokens, size), size, hash);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Tokens that
          && hash == that.hash
          && Arrays.equals(tokens, 0, size, that.tokens, 0, that.size);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}

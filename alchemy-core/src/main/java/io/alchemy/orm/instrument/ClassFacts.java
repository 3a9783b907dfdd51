package io.alchemy.orm.instrument;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What the transformation wants to know of a class, read from its bytes. Names are internal, as in class files. */
public final class ClassFacts {
  static final String PREPARED = "io/alchemy/orm/instrument/Prepared";
  private static final List<String> MAPPED = List.of(
      "Lio/alchemy/orm/Mapped;",
      "Ljakarta/persistence/Entity;",
      "Ljakarta/persistence/MappedSuperclass;");
  private static final String NOT_PERSISTENT = "Ljakarta/persistence/Transient;";

  /** A field that is kept in the database as far as its declaration says. */
  record Field(String name, String descriptor, int access) {
    FieldKind kind() {
      return FieldKind.of(descriptor);
    }

    boolean is(int flag) {
      return (access & flag) != 0;
    }
  }

  private String name = "";
  private @Nullable String superName;
  private int access;
  private boolean prepared;
  private boolean annotated;
  private boolean enclosed;
  private boolean inner;
  private boolean blankable;
  private boolean serializable;
  private boolean serialVersion;
  private @Nullable String host;
  private final List<String> members = new ArrayList<>();
  private final List<Field> fields = new ArrayList<>();

  private ClassFacts() {}

  /** Reads the facts of a class file. */
  public static ClassFacts of(byte[] bytes) {
    ClassFacts facts = new ClassFacts();
    ClassFiles.reader(bytes)
        .accept(
            facts.new Reader(),
            ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return facts;
  }

  /**
   * The facts of a class that is not prepared here, as a compiler knows it: enough for a superclass.
   *
   * @param plainConstructor whether a subclass can call a constructor without arguments
   * @param serializable whether it is Serializable, inherited or not
   */
  public static ClassFacts ofSuperclass(
      String name,
      @Nullable String superName,
      boolean prepared,
      boolean annotated,
      boolean plainConstructor,
      boolean serializable) {
    ClassFacts facts = new ClassFacts();
    facts.name = name;
    facts.superName = superName;
    facts.prepared = prepared;
    facts.annotated = annotated;
    facts.blankable = plainConstructor;
    facts.serializable = serializable;
    return facts;
  }

  /** The internal name. */
  public String name() {
    return name;
  }

  public @Nullable String superName() {
    return superName;
  }

  /** Whether the transformation has been here. */
  public boolean isPrepared() {
    return prepared;
  }

  /** Whether the class says itself that it is mapped. */
  public boolean isAnnotated() {
    return annotated;
  }

  /** The class whose private members this one shares; itself for a class that is not nested. */
  public String nestHost() {
    return host == null ? name : host;
  }

  /** The classes nested in this nest host. */
  public List<String> nestMembers() {
    return members;
  }

  List<Field> fields() {
    return fields;
  }

  @Nullable
  Field field(String wanted) {
    for (Field field : fields) {
      if (field.name().equals(wanted)) {
        return field;
      }
    }
    return null;
  }

  boolean is(int flag) {
    return (access & flag) != 0;
  }

  /** Whether the class is local, anonymous, or inner with an instance around it. */
  boolean needsSurroundings() {
    return enclosed || inner;
  }

  /** Whether a subclass can call a constructor without arguments. */
  boolean hasPlainConstructor() {
    return blankable;
  }

  boolean declaresSerialVersion() {
    return serialVersion;
  }

  /** Whether the class itself says that it is Serializable, directly. */
  boolean namesSerializable() {
    return serializable;
  }

  @Override
  public String toString() {
    return name.replace('/', '.');
  }

  private final class Reader extends ClassVisitor {
    Reader() {
      super(ClassFiles.API);
    }

    @Override
    public void visit(
        int version,
        int flags,
        String type,
        @Nullable String signature,
        @Nullable String parent,
        String @Nullable [] interfaces) {
      name = type;
      superName = parent;
      access = flags;
      List<String> implemented = interfaces == null ? List.of() : List.of(interfaces);
      prepared = implemented.contains(PREPARED);
      serializable = implemented.contains("java/io/Serializable");
    }

    @Override
    public void visitNestHost(String nestHost) {
      host = nestHost;
    }

    @Override
    public void visitNestMember(String member) {
      members.add(member);
    }

    @Override
    public void visitOuterClass(String owner, @Nullable String method, @Nullable String type) {
      enclosed = true;
    }

    @Override
    public void visitInnerClass(
        String type, @Nullable String outer, @Nullable String simple, int flags) {
      if (type.equals(name)) {
        inner = (flags & Opcodes.ACC_STATIC) == 0;
      }
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      annotated |= MAPPED.contains(descriptor);
      return null;
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int flags,
        String field,
        String descriptor,
        @Nullable String signature,
        @Nullable Object value) {
      if ((flags & Opcodes.ACC_STATIC) != 0) {
        serialVersion |= field.equals("serialVersionUID");
        return null;
      }
      if ((flags & (Opcodes.ACC_TRANSIENT | Opcodes.ACC_SYNTHETIC)) != 0) {
        return null;
      }
      Field found = new Field(field, descriptor, flags);
      fields.add(found);
      return new FieldVisitor(ClassFiles.API) {
        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
          if (annotation.equals(NOT_PERSISTENT)) {
            fields.remove(found);
          }
          return null;
        }
      };
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int flags,
        String method,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      blankable |=
          method.equals("<init>") && descriptor.equals("()V") && (flags & Opcodes.ACC_PRIVATE) == 0;
      return null;
    }
  }
}

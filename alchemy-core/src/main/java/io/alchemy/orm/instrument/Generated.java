package io.alchemy.orm.instrument;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The members that the transformation adds to a class, written instruction by instruction. For a field {@code title} of
 * a class with no prepared superclass they are, in Java:
 *
 * <pre>{@code
 * private static final PreparedClass alchemy$type = PreparedClass.of(Page.class, "title", "Ljava/lang/String;", new Page((Blank) null));
 * private transient InstanceState alchemy$state;
 *
 * protected Page(Blank blank) {}                       // no field initializer runs
 *
 * private String alchemy$read$title() {
 *   if (alchemy$state != null) Hooks.read(alchemy$state, this, 0);
 *   return title;
 * }
 *
 * private void alchemy$write$title(String value) {
 *   Hooks.write(this, 0, value);
 *   title = value;
 * }
 * }</pre>
 */
final class Generated {
  static final String READ = "alchemy$read$";
  static final String WRITE = "alchemy$write$";
  /** A write of the literal null in a constructor of the class. */
  static final String INIT = "alchemy$init$";

  static final int INITIALIZER_STACK = 6;

  private static final String TYPE = "alchemy$type";
  private static final String OFFSET = "alchemy$offset";
  private static final String STATE = "alchemy$state";
  static final String HOOKS = "io/alchemy/orm/instrument/Hooks";
  private static final String PREPARED_CLASS = "io/alchemy/orm/instrument/PreparedClass";
  private static final String STATE_CLASS = "io/alchemy/orm/instrument/InstanceState";
  private static final String PREPARED_D = "L" + ClassFacts.PREPARED + ";";
  private static final String PREPARED_CLASS_D = "L" + PREPARED_CLASS + ";";
  private static final String STATE_D = "L" + STATE_CLASS + ";";
  private static final String BLANK_CONSTRUCTOR = "(Lio/alchemy/orm/instrument/Blank;)V";
  private static final String OBJECT = "java/lang/Object";
  private static final int METHOD = Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNTHETIC;
  private static final int HOOK = Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC;

  private final ClassVisitor out;
  private final ClassFacts type;
  private final @Nullable ClassFacts parent;
  private final Set<String> initialized = new LinkedHashSet<>();

  Generated(ClassVisitor out, ClassFacts type, @Nullable ClassFacts parent) {
    this.out = out;
    this.type = type;
    this.parent = parent;
  }

  /** Notes that a constructor of the class writes null to the field. */
  void initializes(String field) {
    initialized.add(field);
  }

  /** The beginning of the class's initializer. */
  void initializer(MethodVisitor to) {
    StringBuilder names = new StringBuilder();
    StringBuilder descriptors = new StringBuilder();
    for (ClassFacts.Field field : type.fields()) {
      names.append(names.length() == 0 ? "" : " ").append(field.name());
      descriptors.append(descriptors.length() == 0 ? "" : " ").append(field.descriptor());
    }
    to.visitLdcInsn(Type.getObjectType(type.name()));
    to.visitLdcInsn(names.toString());
    to.visitLdcInsn(descriptors.toString());
    if (type.is(Opcodes.ACC_ABSTRACT)) {
      to.visitInsn(Opcodes.ACONST_NULL);
    } else {
      blank(to);
    }
    to.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        PREPARED_CLASS,
        "of",
        "(Ljava/lang/Class;Ljava/lang/String;Ljava/lang/String;" + PREPARED_D + ")"
            + PREPARED_CLASS_D,
        false);
    to.visitFieldInsn(Opcodes.PUTSTATIC, type.name(), TYPE, PREPARED_CLASS_D);
    if (parent != null) {
      to.visitFieldInsn(Opcodes.GETSTATIC, type.name(), TYPE, PREPARED_CLASS_D);
      to.visitMethodInsn(Opcodes.INVOKEVIRTUAL, PREPARED_CLASS, "offset", "()I", false);
      to.visitFieldInsn(Opcodes.PUTSTATIC, type.name(), OFFSET, "I");
    }
  }

  /** Everything but the initializer. */
  void members() {
    int constant =
        Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC;
    field(constant, TYPE, PREPARED_CLASS_D);
    if (parent == null) {
      field(Opcodes.ACC_PRIVATE | Opcodes.ACC_TRANSIENT | Opcodes.ACC_SYNTHETIC, STATE, STATE_D);
      stateAccessors();
    } else {
      field(constant, OFFSET, "I");
    }
    describe();
    create();
    constructor();
    get();
    set();
    for (ClassFacts.Field field : type.fields()) {
      read(field);
      write(field, WRITE, false);
      if (initialized.contains(field.name())) {
        write(field, INIT, true);
      }
    }
  }

  void serialVersion(long version) {
    out.visitField(
            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC,
            "serialVersionUID",
            "J",
            null,
            version)
        .visitEnd();
  }

  private void field(int access, String name, String descriptor) {
    out.visitField(access, name, descriptor, null, null).visitEnd();
  }

  private MethodVisitor method(int access, String name, String descriptor) {
    MethodVisitor method = out.visitMethod(access, name, descriptor, null, null);
    method.visitCode();
    return method;
  }

  private static void end(MethodVisitor method, int stack, int locals) {
    method.visitMaxs(stack, locals);
    method.visitEnd();
  }

  private void stateAccessors() {
    MethodVisitor get = method(METHOD | Opcodes.ACC_FINAL, STATE, "()" + STATE_D);
    get.visitVarInsn(Opcodes.ALOAD, 0);
    get.visitFieldInsn(Opcodes.GETFIELD, type.name(), STATE, STATE_D);
    get.visitInsn(Opcodes.ARETURN);
    end(get, 1, 1);
    MethodVisitor set = method(METHOD | Opcodes.ACC_FINAL, STATE, "(" + STATE_D + ")V");
    set.visitVarInsn(Opcodes.ALOAD, 0);
    set.visitVarInsn(Opcodes.ALOAD, 1);
    set.visitFieldInsn(Opcodes.PUTFIELD, type.name(), STATE, STATE_D);
    set.visitInsn(Opcodes.RETURN);
    end(set, 2, 2);
  }

  private void describe() {
    MethodVisitor describe = method(METHOD, "alchemy$class", "()" + PREPARED_CLASS_D);
    describe.visitFieldInsn(Opcodes.GETSTATIC, type.name(), TYPE, PREPARED_CLASS_D);
    describe.visitInsn(Opcodes.ARETURN);
    end(describe, 1, 1);
  }

  private void create() {
    if (type.is(Opcodes.ACC_ABSTRACT)) {
      return;
    }
    MethodVisitor create = method(METHOD, "alchemy$create", "()" + PREPARED_D);
    blank(create);
    create.visitInsn(Opcodes.ARETURN);
    end(create, 3, 1);
  }

  private void blank(MethodVisitor to) {
    to.visitTypeInsn(Opcodes.NEW, type.name());
    to.visitInsn(Opcodes.DUP);
    to.visitInsn(Opcodes.ACONST_NULL);
    to.visitMethodInsn(Opcodes.INVOKESPECIAL, type.name(), "<init>", BLANK_CONSTRUCTOR, false);
  }

  private void constructor() {
    MethodVisitor constructor =
        method(Opcodes.ACC_PROTECTED | Opcodes.ACC_SYNTHETIC, "<init>", BLANK_CONSTRUCTOR);
    String superName = type.superName() == null ? OBJECT : type.superName();
    constructor.visitVarInsn(Opcodes.ALOAD, 0);
    if (parent != null && parent.name().equals(superName)) {
      constructor.visitVarInsn(Opcodes.ALOAD, 1);
      constructor.visitMethodInsn(
          Opcodes.INVOKESPECIAL, superName, "<init>", BLANK_CONSTRUCTOR, false);
    } else {
      constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, superName, "<init>", "()V", false);
    }
    constructor.visitInsn(Opcodes.RETURN);
    end(constructor, 2, 2);
  }

  private void get() {
    MethodVisitor get = method(METHOD, "alchemy$get", "(I)Ljava/lang/Object;");
    List<ClassFacts.Field> fields = type.fields();
    Label otherwise = new Label();
    Label[] cases = dispatch(get, fields.size(), otherwise);
    for (int i = 0; i < cases.length; i++) {
      ClassFacts.Field field = fields.get(i);
      get.visitLabel(cases[i]);
      get.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
      get.visitVarInsn(Opcodes.ALOAD, 0);
      get.visitFieldInsn(Opcodes.GETFIELD, type.name(), field.name(), field.descriptor());
      box(get, field);
      get.visitInsn(Opcodes.ARETURN);
    }
    otherwise(get, cases, otherwise);
    get.visitVarInsn(Opcodes.ALOAD, 0);
    get.visitVarInsn(Opcodes.ILOAD, 1);
    if (parent != null) {
      get.visitMethodInsn(
          Opcodes.INVOKESPECIAL, parent.name(), "alchemy$get", "(I)Ljava/lang/Object;", false);
    } else {
      get.visitMethodInsn(
          Opcodes.INVOKESTATIC, HOOKS, "none", "(" + PREPARED_D + "I)Ljava/lang/Object;", false);
    }
    get.visitInsn(Opcodes.ARETURN);
    end(get, 2, 2);
  }

  private void set() {
    MethodVisitor set = method(METHOD, "alchemy$set", "(ILjava/lang/Object;)V");
    List<ClassFacts.Field> fields = type.fields();
    Label otherwise = new Label();
    Label[] cases = dispatch(set, fields.size(), otherwise);
    for (int i = 0; i < cases.length; i++) {
      ClassFacts.Field field = fields.get(i);
      set.visitLabel(cases[i]);
      set.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
      set.visitVarInsn(Opcodes.ALOAD, 0);
      set.visitVarInsn(Opcodes.ALOAD, 2);
      unbox(set, field);
      set.visitFieldInsn(Opcodes.PUTFIELD, type.name(), field.name(), field.descriptor());
      set.visitInsn(Opcodes.RETURN);
    }
    otherwise(set, cases, otherwise);
    set.visitVarInsn(Opcodes.ALOAD, 0);
    set.visitVarInsn(Opcodes.ILOAD, 1);
    if (parent != null) {
      set.visitVarInsn(Opcodes.ALOAD, 2);
      set.visitMethodInsn(
          Opcodes.INVOKESPECIAL, parent.name(), "alchemy$set", "(ILjava/lang/Object;)V", false);
    } else {
      set.visitMethodInsn(
          Opcodes.INVOKESTATIC, HOOKS, "none", "(" + PREPARED_D + "I)Ljava/lang/Object;", false);
      set.visitInsn(Opcodes.POP);
    }
    set.visitInsn(Opcodes.RETURN);
    end(set, 3, 3);
  }

  /** A switch over the class's own attributes; none where it declares none. */
  private Label[] dispatch(MethodVisitor method, int count, Label otherwise) {
    Label[] cases = new Label[count];
    for (int i = 0; i < count; i++) {
      cases[i] = new Label();
    }
    if (count > 0) {
      method.visitVarInsn(Opcodes.ILOAD, 1);
      if (parent != null) {
        method.visitFieldInsn(Opcodes.GETSTATIC, type.name(), OFFSET, "I");
        method.visitInsn(Opcodes.ISUB);
      }
      method.visitTableSwitchInsn(0, count - 1, otherwise, cases);
    }
    return cases;
  }

  private static void otherwise(MethodVisitor method, Label[] cases, Label otherwise) {
    if (cases.length > 0) {
      method.visitLabel(otherwise);
      method.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    }
  }

  private void read(ClassFacts.Field field) {
    MethodVisitor read = method(HOOK, READ + field.name(), "()" + field.descriptor());
    if (field.kind() == FieldKind.COLLECTION) {
      read.visitVarInsn(Opcodes.ALOAD, 0);
      index(read, field);
      read.visitVarInsn(Opcodes.ALOAD, 0);
      read.visitFieldInsn(Opcodes.GETFIELD, type.name(), field.name(), field.descriptor());
      read.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          HOOKS,
          "readCollection",
          "(" + PREPARED_D + "ILjava/lang/Object;)Ljava/lang/Object;",
          false);
      read.visitTypeInsn(Opcodes.CHECKCAST, Type.getType(field.descriptor()).getInternalName());
      read.visitInsn(Opcodes.ARETURN);
      end(read, 4, 1);
      return;
    }
    Label raw = new Label();
    state(read);
    read.visitJumpInsn(Opcodes.IFNULL, raw);
    state(read);
    read.visitVarInsn(Opcodes.ALOAD, 0);
    index(read, field);
    read.visitMethodInsn(
        Opcodes.INVOKESTATIC, HOOKS, "read", "(" + STATE_D + PREPARED_D + "I)V", false);
    read.visitLabel(raw);
    read.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    read.visitVarInsn(Opcodes.ALOAD, 0);
    read.visitFieldInsn(Opcodes.GETFIELD, type.name(), field.name(), field.descriptor());
    read.visitInsn(Type.getType(field.descriptor()).getOpcode(Opcodes.IRETURN));
    end(read, 4, 1);
  }

  private void write(ClassFacts.Field field, String prefix, boolean initializes) {
    MethodVisitor write = method(HOOK, prefix + field.name(), "(" + field.descriptor() + ")V");
    Type value = Type.getType(field.descriptor());
    int locals = 1 + value.getSize();
    FieldKind kind = field.kind();
    if (kind == FieldKind.REFERENCE || kind == FieldKind.COLLECTION) {
      write.visitVarInsn(Opcodes.ALOAD, 0);
      index(write, field);
      write.visitVarInsn(Opcodes.ALOAD, 1);
      write.visitInsn(initializes ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
      write.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          HOOKS,
          kind == FieldKind.REFERENCE ? "writeReference" : "writeCollection",
          "(" + PREPARED_D + "ILjava/lang/Object;Z)V",
          false);
      write.visitInsn(Opcodes.RETURN);
      end(write, 4, locals);
      return;
    }
    Label raw = new Label();
    Label told = new Label();
    if (initializes) {
      write.visitVarInsn(Opcodes.ALOAD, 0);
      index(write, field);
      write.visitMethodInsn(
          Opcodes.INVOKESTATIC, HOOKS, "initialize", "(" + PREPARED_D + "I)V", false);
      put(write, field);
      end(write, 3, locals);
      return;
    }
    state(write);
    if (kind == FieldKind.PRIMITIVE) {
      write.visitJumpInsn(Opcodes.IFNULL, raw);
    } else {
      write.visitJumpInsn(Opcodes.IFNONNULL, told);
      write.visitVarInsn(Opcodes.ALOAD, 1);
      write.visitJumpInsn(Opcodes.IFNONNULL, raw);
      write.visitLabel(told);
      write.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    }
    write.visitVarInsn(Opcodes.ALOAD, 0);
    index(write, field);
    write.visitVarInsn(value.getOpcode(Opcodes.ILOAD), 1);
    box(write, field);
    write.visitMethodInsn(
        Opcodes.INVOKESTATIC, HOOKS, "write", "(" + PREPARED_D + "ILjava/lang/Object;)V", false);
    write.visitLabel(raw);
    write.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    put(write, field);
    end(write, 5, locals);
  }

  private void put(MethodVisitor write, ClassFacts.Field field) {
    write.visitVarInsn(Opcodes.ALOAD, 0);
    write.visitVarInsn(Type.getType(field.descriptor()).getOpcode(Opcodes.ILOAD), 1);
    write.visitFieldInsn(Opcodes.PUTFIELD, type.name(), field.name(), field.descriptor());
    write.visitInsn(Opcodes.RETURN);
  }

  private void state(MethodVisitor to) {
    to.visitVarInsn(Opcodes.ALOAD, 0);
    if (parent == null) {
      to.visitFieldInsn(Opcodes.GETFIELD, type.name(), STATE, STATE_D);
    } else {
      to.visitMethodInsn(Opcodes.INVOKEVIRTUAL, type.name(), STATE, "()" + STATE_D, false);
    }
  }

  private void index(MethodVisitor to, ClassFacts.Field field) {
    int own = type.fields().indexOf(field);
    if (own <= Byte.MAX_VALUE) {
      to.visitIntInsn(Opcodes.BIPUSH, own);
    } else {
      to.visitIntInsn(Opcodes.SIPUSH, own);
    }
    if (parent != null) {
      to.visitFieldInsn(Opcodes.GETSTATIC, type.name(), OFFSET, "I");
      to.visitInsn(Opcodes.IADD);
    }
  }

  private static void box(MethodVisitor to, ClassFacts.Field field) {
    Type value = Type.getType(field.descriptor());
    if (field.kind() == FieldKind.PRIMITIVE) {
      String box = boxOf(value);
      to.visitMethodInsn(
          Opcodes.INVOKESTATIC, box, "valueOf", "(" + field.descriptor() + ")L" + box + ";", false);
    }
  }

  private static void unbox(MethodVisitor to, ClassFacts.Field field) {
    Type value = Type.getType(field.descriptor());
    if (field.kind() == FieldKind.PRIMITIVE) {
      to.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          HOOKS,
          value.getClassName() + "Of",
          "(Ljava/lang/Object;)" + field.descriptor(),
          false);
    } else if (!value.getInternalName().equals(OBJECT)) {
      to.visitTypeInsn(Opcodes.CHECKCAST, value.getInternalName());
    }
  }

  private static String boxOf(Type primitive) {
    return switch (primitive.getSort()) {
      case Type.BOOLEAN -> "java/lang/Boolean";
      case Type.CHAR -> "java/lang/Character";
      case Type.BYTE -> "java/lang/Byte";
      case Type.SHORT -> "java/lang/Short";
      case Type.INT -> "java/lang/Integer";
      case Type.LONG -> "java/lang/Long";
      case Type.FLOAT -> "java/lang/Float";
      default -> "java/lang/Double";
    };
  }
}

package io.alchemy.orm.instrument;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes one class anew: redirects the instructions that touch persistent fields, and adds what {@link Prepared} asks. */
final class ClassPreparer extends ClassVisitor {
  private final ClassFacts type;
  private final Transformation others;
  private final boolean prepares;
  private final Generated generated;
  private @Nullable Long serialVersion;
  private boolean initialized;
  private boolean redirected;

  ClassPreparer(ClassVisitor next, ClassFacts type, Transformation others, boolean prepares) {
    super(ClassFiles.API, next);
    this.type = type;
    this.others = others;
    this.prepares = prepares;
    this.generated = new Generated(next, type, others.preparedParent(type));
  }

  /** Declares the version that the class has had without being prepared. */
  void keepSerialVersion(long version) {
    serialVersion = version;
  }

  /** Whether the class that was written differs from the one that was read. */
  boolean changed() {
    return prepares || redirected;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    List<String> implemented =
        new ArrayList<>(interfaces == null ? List.of() : List.of(interfaces));
    String generics = signature;
    if (prepares && !implemented.contains(ClassFacts.PREPARED)) {
      implemented.add(ClassFacts.PREPARED);
      generics = signature == null ? null : signature + "L" + ClassFacts.PREPARED + ";";
    }
    super.visit(version, access, name, generics, superName, implemented.toArray(String[]::new));
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor written = super.visitMethod(access, name, descriptor, signature, exceptions);
    if (prepares && name.equals("<clinit>")) {
      initialized = true;
      written = new InitializerPrefix(written);
    }
    return new FieldAccess(written, name.equals("<init>"));
  }

  @Override
  public void visitEnd() {
    if (prepares) {
      if (!initialized) {
        MethodVisitor method = cv.visitMethod(
            Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, "<clinit>", "()V", null, null);
        method.visitCode();
        generated.initializer(method);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(Generated.INITIALIZER_STACK, 0);
        method.visitEnd();
      }
      generated.members();
      if (serialVersion != null) {
        generated.serialVersion(serialVersion);
      }
    }
    super.visitEnd();
  }

  /** Puts the description of the class before everything else that its initializer does. */
  private final class InitializerPrefix extends MethodVisitor {
    InitializerPrefix(MethodVisitor next) {
      super(ClassFiles.API, next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      generated.initializer(mv);
    }

    @Override
    public void visitMaxs(int stack, int locals) {
      super.visitMaxs(Math.max(stack, Generated.INITIALIZER_STACK), locals);
    }
  }

  /** Sends reads and writes of persistent fields to the methods that watch them. */
  private final class FieldAccess extends RecentInstructions {
    private final boolean constructor;
    /** Objects made but not constructed, the one under construction included. */
    private int unconstructed;

    /** Whether the superclass's constructor, or another of this class, has returned. */
    private boolean constructed;

    FieldAccess(MethodVisitor next, boolean constructor) {
      super(next);
      this.constructor = constructor;
      this.unconstructed = constructor ? 1 : 0;
    }

    @Override
    public void visitTypeInsn(int opcode, String operand) {
      if (opcode == Opcodes.NEW) {
        unconstructed++;
      }
      super.visitTypeInsn(opcode, operand);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (opcode == Opcodes.INVOKESPECIAL && name.equals("<init>")) {
        unconstructed--;
        if (unconstructed == 0) {
          constructed = true;
        }
      }
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      if (prepares
          && opcode == Opcodes.INVOKESPECIAL
          && name.equals("clone")
          && descriptor.startsWith("()L")) {
        cloned(Type.getReturnType(descriptor));
      }
    }

    /** What Object.clone copied includes the state, which is not the copy's. */
    private void cloned(Type copy) {
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          Generated.HOOKS,
          "cloned",
          "(Ljava/lang/Object;)Ljava/lang/Object;",
          false);
      super.visitTypeInsn(Opcodes.CHECKCAST, copy.getInternalName());
    }

    /** As in {@code List<Comment> comments = new ArrayList<>()}: nobody else has it. */
    private boolean isNewCollection(String owner, String name) {
      ClassFacts.Field field = others.persistentField(owner, name);
      return field != null && field.kind() == FieldKind.COLLECTION && constructedLast();
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      boolean reads = opcode == Opcodes.GETFIELD;
      boolean writes = opcode == Opcodes.PUTFIELD && (constructed || !constructor);
      if (!reads && !writes || others.persistentField(owner, name) == null) {
        super.visitFieldInsn(opcode, owner, name, descriptor);
        return;
      }
      redirected = true;
      // A literal null in a constructor is what a field initializer looks like, and says nothing; a
      // parameter that happens to be null does.
      boolean initializes = writes
          && constructor
          && owner.equals(type.name())
          && (loadedThisAndNull() || isNewCollection(owner, name));
      if (initializes) {
        generated.initializes(name);
      }
      String method = reads ? Generated.READ : initializes ? Generated.INIT : Generated.WRITE;
      super.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL,
          owner,
          method + name,
          reads ? "()" + descriptor : "(" + descriptor + ")V",
          false);
    }
  }
}

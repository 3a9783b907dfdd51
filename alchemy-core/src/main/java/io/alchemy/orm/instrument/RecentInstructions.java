package io.alchemy.orm.instrument;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Remembers the last two instructions of a method, as far as it takes to see {@code this.field = null} and {@code field = new Type()}. */
abstract class RecentInstructions extends MethodVisitor {
  private enum Seen {
    THIS,
    NULL,
    CONSTRUCTOR,
    OTHER
  }

  private Seen last = Seen.OTHER;
  private Seen beforeLast = Seen.OTHER;

  RecentInstructions(MethodVisitor next) {
    super(ClassFiles.API, next);
  }

  /** Whether a store that comes now sets a field of this very object to the literal null. */
  boolean loadedThisAndNull() {
    return beforeLast == Seen.THIS && last == Seen.NULL;
  }

  /** Whether what is on top of the stack has just been made. */
  boolean constructedLast() {
    return last == Seen.CONSTRUCTOR;
  }

  private void saw(Seen instruction) {
    beforeLast = last;
    last = instruction;
  }

  /** Another way through the method ends here: what was on it is unknown. */
  @Override
  public void visitFrame(
      int type, int locals, Object @Nullable [] local, int stacked, Object @Nullable [] stack) {
    saw(Seen.OTHER);
    super.visitFrame(type, locals, local, stacked, stack);
  }

  @Override
  public void visitInsn(int opcode) {
    saw(opcode == Opcodes.ACONST_NULL ? Seen.NULL : Seen.OTHER);
    super.visitInsn(opcode);
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    saw(opcode == Opcodes.ALOAD && variable == 0 ? Seen.THIS : Seen.OTHER);
    super.visitVarInsn(opcode, variable);
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    saw(Seen.OTHER);
    super.visitIntInsn(opcode, operand);
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    saw(Seen.OTHER);
    super.visitTypeInsn(opcode, type);
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    saw(Seen.OTHER);
    super.visitFieldInsn(opcode, owner, name, descriptor);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    saw(name.equals("<init>") ? Seen.CONSTRUCTOR : Seen.OTHER);
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    saw(Seen.OTHER);
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    saw(Seen.OTHER);
    super.visitJumpInsn(opcode, label);
  }

  @Override
  public void visitLdcInsn(Object value) {
    saw(Seen.OTHER);
    super.visitLdcInsn(value);
  }

  @Override
  public void visitIincInsn(int variable, int increment) {
    saw(Seen.OTHER);
    super.visitIincInsn(variable, increment);
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
    saw(Seen.OTHER);
    super.visitTableSwitchInsn(min, max, otherwise, labels);
  }

  @Override
  public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
    saw(Seen.OTHER);
    super.visitLookupSwitchInsn(otherwise, keys, labels);
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    saw(Seen.OTHER);
    super.visitMultiANewArrayInsn(descriptor, dimensions);
  }
}

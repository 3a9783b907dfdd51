package io.alchemy.orm.instrument;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The serialVersionUID that a class has as its author wrote it, by the "Java Object Serialization Specification", 4.6.
 * What the transformation adds would change it, and objects serialized before could not be read any more.
 */
final class SerialVersion extends ClassVisitor {
  private static final int CLASS_FLAGS =
      Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
  private static final int FIELD_FLAGS = Opcodes.ACC_PUBLIC
      | Opcodes.ACC_PRIVATE
      | Opcodes.ACC_PROTECTED
      | Opcodes.ACC_STATIC
      | Opcodes.ACC_FINAL
      | Opcodes.ACC_VOLATILE
      | Opcodes.ACC_TRANSIENT;
  private static final int METHOD_FLAGS = Opcodes.ACC_PUBLIC
      | Opcodes.ACC_PRIVATE
      | Opcodes.ACC_PROTECTED
      | Opcodes.ACC_STATIC
      | Opcodes.ACC_FINAL
      | Opcodes.ACC_SYNCHRONIZED
      | Opcodes.ACC_NATIVE
      | Opcodes.ACC_ABSTRACT
      | Opcodes.ACC_STRICT;

  private record Member(String name, int access, String descriptor) {}

  private String name = "";
  private int access;
  private List<String> interfaces = List.of();
  private boolean initialized;
  private final List<Member> fields = new ArrayList<>();
  private final List<Member> constructors = new ArrayList<>();
  private final List<Member> methods = new ArrayList<>();

  SerialVersion() {
    super(ClassFiles.API);
  }

  @Override
  public void visit(
      int version,
      int flags,
      String type,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] implemented) {
    name = type;
    access = flags;
    interfaces = implemented == null ? List.of() : Arrays.asList(implemented);
  }

  @Override
  public void visitInnerClass(
      String type, @Nullable String outer, @Nullable String simple, int flags) {
    if (type.equals(name)) {
      // A nested class's own flags are those of its declaration, which only this attribute has.
      access = flags;
    }
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int flags,
      String field,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    if ((flags & Opcodes.ACC_PRIVATE) == 0
        || (flags & (Opcodes.ACC_STATIC | Opcodes.ACC_TRANSIENT)) == 0) {
      fields.add(new Member(field, flags & FIELD_FLAGS, descriptor));
    }
    return null;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int flags,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if (method.equals("<clinit>")) {
      initialized = true;
    } else if ((flags & Opcodes.ACC_PRIVATE) == 0) {
      (method.equals("<init>") ? constructors : methods)
          .add(new Member(method, flags & METHOD_FLAGS, descriptor.replace('/', '.')));
    }
    return null;
  }

  long compute() {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      write(new DataOutputStream(bytes));
      byte[] hash = MessageDigest.getInstance("SHA").digest(bytes.toByteArray());
      long version = 0;
      for (int i = 7; i >= 0; i--) {
        version = version << 8 | (hash[i] & 0xff);
      }
      return version;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeUTF(name.replace('/', '.'));
    out.writeInt(access & CLASS_FLAGS);
    for (String each :
        interfaces.stream().map(each -> each.replace('/', '.')).sorted().toList()) {
      out.writeUTF(each);
    }
    fields.sort(Comparator.comparing(Member::name));
    write(out, fields);
    if (initialized) {
      write(out, List.of(new Member("<clinit>", Opcodes.ACC_STATIC, "()V")));
    }
    constructors.sort(Comparator.comparing(Member::descriptor));
    write(out, constructors);
    methods.sort(Comparator.comparing(Member::name).thenComparing(Member::descriptor));
    write(out, methods);
  }

  private static void write(DataOutputStream out, List<Member> members) throws IOException {
    for (Member member : members) {
      out.writeUTF(member.name());
      out.writeInt(member.access());
      out.writeUTF(member.descriptor());
    }
  }
}

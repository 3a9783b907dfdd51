package io.alchemy.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.lang.invoke.MethodHandles;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** The class that gives Alchemy, and nobody else, the right to define classes in a package. */
final class PackageKey {
  static final String NAME = "Alchemy_";
  private static final ClassName PREPARATION =
      ClassName.get("io.alchemy.orm.instrument", "Preparation");

  private PackageKey() {}

  static JavaFile file(PackageElement where, TypeElement origin) {
    TypeSpec type = TypeSpec.classBuilder(NAME)
        .addJavadoc(
            "Lets Alchemy prepare this package's mapped classes when they are first touched.\n")
        .addModifiers(Modifier.FINAL)
        .addStaticBlock(CodeBlock.of("$T.open($T.lookup());\n", PREPARATION, MethodHandles.class))
        .addMethod(
            MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
        .addOriginatingElement(origin)
        .build();
    return JavaFile.builder(where.getQualifiedName().toString(), type)
        .skipJavaLangImports(true)
        .build();
  }
}

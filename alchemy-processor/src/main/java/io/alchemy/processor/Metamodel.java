package io.alchemy.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;

/**
 * {@code Page_} of {@code Page}: a typed constant for each attribute, the inherited ones too. It holds class literals and
 * names only, so that no metamodel class initializes another.
 */
final class Metamodel {
  private static final String ORM = "io.alchemy.orm";
  private static final Set<String> COLLECTIONS =
      Set.of("java.util.Collection", "java.util.List", "java.util.Set");

  private final TypeElement type;
  private final ProcessingEnvironment environment;
  private final Map<String, TypeMirror> attributes = new LinkedHashMap<>();
  private final Map<String, VariableElement> fields = new LinkedHashMap<>();

  Metamodel(TypeElement type, ProcessingEnvironment environment) {
    this.type = type;
    this.environment = environment;
    List<TypeElement> line = new ArrayList<>();
    for (TypeElement each = type; each != null; each = MappedTypes.superclass(each)) {
      if (each == type || isPersistent(each)) {
        line.add(0, each);
      }
    }
    DeclaredType self = (DeclaredType) type.asType();
    for (TypeElement each : line) {
      for (VariableElement field : MappedTypes.ownFields(each)) {
        String name = field.getSimpleName().toString();
        attributes.put(name, environment.getTypeUtils().asMemberOf(self, field));
        fields.put(name, field);
      }
    }
  }

  /** Whether the fields of a superclass are attributes: not those of the platform's classes. */
  private boolean isPersistent(TypeElement superclass) {
    String name = superclass.getQualifiedName().toString();
    return !name.startsWith("java.") && !name.startsWith("javax.");
  }

  /** Whether a field's type does not exist yet. */
  boolean isWaiting() {
    return attributes.values().stream().anyMatch(Metamodel::isUnknown);
  }

  private static boolean isUnknown(TypeMirror mirror) {
    return mirror.getKind() == TypeKind.ERROR
        || (mirror instanceof DeclaredType declared
            && declared.getTypeArguments().stream().anyMatch(Metamodel::isUnknown));
  }

  JavaFile file(String suffix) {
    ClassName owner = ClassName.get(type);
    ClassName name =
        ClassName.get(owner.packageName(), String.join("_", owner.simpleNames()) + suffix);
    TypeSpec.Builder metamodel = TypeSpec.classBuilder(name)
        .addJavadoc("The attributes of {@link $T}.\n", owner)
        .addModifiers(
            isPublic()
                ? new Modifier[] {Modifier.PUBLIC, Modifier.FINAL}
                : new Modifier[] {Modifier.FINAL})
        .addOriginatingElement(type);
    TypeElement generated = environment
        .getElementUtils()
        .getTypeElement(
            environment.getElementUtils().getModuleOf(type),
            "javax.annotation.processing.Generated");
    if (generated != null) {
      metamodel.addAnnotation(AnnotationSpec.builder(ClassName.get(generated))
          .addMember("value", "$S", AlchemyProcessor.class.getName())
          .build());
    }
    if (!type.getTypeParameters().isEmpty()) {
      metamodel.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
          .addMember("value", "$S", "rawtypes")
          .build());
    }
    attributes.forEach(
        (attribute, mirror) -> metamodel.addField(constant(owner, attribute, mirror)));
    return JavaFile.builder(
            owner.packageName(),
            metamodel
                .addMethod(MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PRIVATE)
                    .build())
                .build())
        .skipJavaLangImports(true)
        .build();
  }

  private boolean isPublic() {
    for (TypeElement each = type; ; each = (TypeElement) each.getEnclosingElement()) {
      if (!each.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
      if (!(each.getEnclosingElement() instanceof TypeElement)) {
        return true;
      }
    }
  }

  private FieldSpec constant(ClassName owner, String attribute, TypeMirror mirror) {
    TypeElement one = mappedElement(mirror);
    if (one != null) {
      return relation("ReferenceAttribute", owner, ClassName.get(one), attribute);
    }
    TypeElement many = memberOf(mirror, attribute);
    if (many != null) {
      return relation("CollectionAttribute", owner, ClassName.get(many), attribute);
    }
    ClassName kind = ClassName.get(ORM, "ColumnAttribute");
    return FieldSpec.builder(
            ParameterizedTypeName.get(kind, owner, valueType(mirror)),
            attribute,
            Modifier.PUBLIC,
            Modifier.STATIC,
            Modifier.FINAL)
        .initializer("$T.of($T.class, $S)", kind, owner, attribute)
        .build();
  }

  private static FieldSpec relation(
      String kind, ClassName owner, ClassName target, String attribute) {
    ClassName attributeType = ClassName.get(ORM, kind);
    return FieldSpec.builder(
            ParameterizedTypeName.get(attributeType, owner, target),
            attribute,
            Modifier.PUBLIC,
            Modifier.STATIC,
            Modifier.FINAL)
        .initializer("$T.of($T.class, $T.class, $S)", attributeType, owner, target, attribute)
        .build();
  }

  /** The mapped class that a type is; null if it is none. */
  private @org.jspecify.annotations.Nullable TypeElement mappedElement(TypeMirror mirror) {
    TypeMirror bound = upperBound(mirror);
    return bound instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
            && MappedTypes.isMapped(element)
        ? element
        : null;
  }

  /** The mapped class whose instances a collection holds; null if it holds none. */
  private @org.jspecify.annotations.Nullable TypeElement memberOf(
      TypeMirror mirror, String attribute) {
    if (!(upperBound(mirror) instanceof DeclaredType declared)
        || declared.getTypeArguments().isEmpty()) {
      return null;
    }
    List<? extends TypeMirror> arguments = declared.getTypeArguments();
    TypeElement member = mappedElement(arguments.get(arguments.size() - 1));
    if (member == null) {
      return null;
    }
    String collection = ((TypeElement) declared.asElement()).getQualifiedName().toString();
    if (arguments.size() == 1 && COLLECTIONS.contains(collection)
        || collection.equals("java.util.Map")) {
      return member;
    }
    Types types = environment.getTypeUtils();
    TypeMirror erased = types.erasure(declared);
    for (String each : List.of("java.util.Collection", "java.util.Map")) {
      TypeElement general = environment.getElementUtils().getTypeElement(each);
      if (general != null && types.isSubtype(erased, types.erasure(general.asType()))) {
        environment
            .getMessager()
            .printMessage(
                Diagnostic.Kind.ERROR,
                type.getQualifiedName() + "." + attribute + " holds mapped objects in a "
                    + collection
                    + ", which cannot be watched: declare it as a Collection, List, Set or Map.",
                fields.get(attribute));
      }
    }
    return null;
  }

  private static TypeMirror upperBound(TypeMirror mirror) {
    if (mirror instanceof TypeVariable variable) {
      return upperBound(variable.getUpperBound());
    }
    if (mirror instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
      return upperBound(wildcard.getExtendsBound());
    }
    return mirror;
  }

  /** The type of a column attribute: boxed, and with what has no name outside replaced by what has. */
  private TypeName valueType(TypeMirror mirror) {
    if (mirror.getKind().isPrimitive()) {
      return TypeName.get(mirror).box();
    }
    TypeMirror bound = upperBound(mirror);
    if (bound instanceof DeclaredType declared) {
      TypeElement element = (TypeElement) declared.asElement();
      if (MappedTypes.isNestedAndPrivate(element)) {
        return ClassName.OBJECT;
      }
      if (mentionsVariable(declared)) {
        return TypeName.get(environment.getTypeUtils().erasure(declared));
      }
    }
    return bound.getKind() == TypeKind.DECLARED
            || bound.getKind() == TypeKind.ARRAY
            || bound.getKind() == TypeKind.ERROR
        ? TypeName.get(bound)
        : ClassName.OBJECT;
  }

  private static boolean mentionsVariable(DeclaredType declared) {
    for (TypeMirror argument : declared.getTypeArguments()) {
      if (argument.getKind() == TypeKind.TYPEVAR
          || (argument instanceof DeclaredType nested && mentionsVariable(nested))) {
        return true;
      }
    }
    return false;
  }
}

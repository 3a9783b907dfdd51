package io.alchemy.processor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;

/**
 * Writes, for each mapped class, its metamodel ({@code Page_}); for each package with a mapped class or a superclass of
 * one, the class that hands over its key; and for the whole output, the index of them all. Option {@value #SUFFIX}
 * replaces the metamodel's {@code _}.
 */
public final class AlchemyProcessor extends AbstractProcessor {
  static final String SUFFIX = "alchemy.metamodel.suffix";

  /** Classes whose metamodel waits for a type that another processor is about to write. */
  private final Set<String> waiting = new LinkedHashSet<>();

  private final Set<String> written = new LinkedHashSet<>();
  private final Map<String, List<TypeElement>> packages = new LinkedHashMap<>();
  private final Set<String> mapped = new LinkedHashSet<>();
  private final Set<String> seen = new LinkedHashSet<>();
  private boolean pluginRuns;

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    pluginRuns = Compilation.processorRuns(environment);
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    // Everything: an unmapped class of a changed source must leave the index.
    return Set.of("*");
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(SUFFIX);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Set<String> candidates = new LinkedHashSet<>(waiting);
    waiting.clear();
    for (Element root : round.getRootElements()) {
      if (root instanceof TypeElement type) {
        for (TypeElement each : MappedTypes.withNested(type)) {
          String name = each.getQualifiedName().toString();
          seen.add(elements().getBinaryName(each).toString());
          if (MappedTypes.isAnnotated(each)) {
            candidates.add(name);
          }
        }
      }
    }
    for (String name : candidates) {
      TypeElement type = elements().getTypeElement(name);
      if (type != null) {
        prepare(type, round.processingOver());
      }
    }
    if (round.processingOver()) {
      writeIndex();
    }
    return false;
  }

  private void prepare(TypeElement type, boolean last) {
    register(type);
    for (TypeElement up = MappedTypes.superclass(type);
        up != null;
        up = MappedTypes.superclass(up)) {
      if (seen.contains(elements().getBinaryName(up).toString())) {
        register(up);
      }
    }
    if (!MappedTypes.isMapped(type) || written.contains(type.getQualifiedName().toString())) {
      return;
    }
    Metamodel metamodel = new Metamodel(type, processingEnv);
    if (!last && metamodel.isWaiting()) {
      waiting.add(type.getQualifiedName().toString());
      return;
    }
    written.add(type.getQualifiedName().toString());
    if (!pluginRuns) {
      // With javac the plugin checks, later, when other processors have changed what they change.
      new DeclarationCheck(
              each -> seen.contains(elements().getBinaryName(each).toString()),
              false,
              (where, message) -> error(message, where))
          .check(type);
    }
    if (type.getKind() != ElementKind.CLASS || MappedTypes.isNestedAndPrivate(type)) {
      return;
    }
    write(metamodel, type);
  }

  private void write(Metamodel metamodel, TypeElement type) {
    try {
      metamodel
          .file(processingEnv.getOptions().getOrDefault(SUFFIX, "_"))
          .writeTo(processingEnv.getFiler());
    } catch (FilerException e) {
      error(
          "The metamodel of "
              + type.getQualifiedName()
              + " cannot be written, another processor wrote a class of its name (JPA's static metamodel has the same"
              + " form): give Alchemy's another suffix by -A"
              + SUFFIX
              + "=... ("
              + e.getMessage()
              + ")",
          type);
    } catch (IOException e) {
      error("The metamodel of " + type.getQualifiedName() + " cannot be written: " + e, type);
    }
  }

  private void register(TypeElement type) {
    mapped.add(elements().getBinaryName(type).toString());
    String name = elements().getPackageOf(type).getQualifiedName().toString();
    List<TypeElement> known = packages.get(name);
    if (known != null) {
      known.add(type);
      return;
    }
    packages.put(name, new ArrayList<>(List.of(type)));
    try {
      PackageKey.file(elements().getPackageOf(type), type).writeTo(processingEnv.getFiler());
    } catch (IOException e) {
      error("The key to package " + name + " cannot be written: " + e, type);
    }
  }

  private void writeIndex() {
    try {
      new IndexFile(processingEnv.getFiler(), elements()).merge(mapped, seen, packages.values());
    } catch (IOException e) {
      processingEnv
          .getMessager()
          .printMessage(
              Diagnostic.Kind.ERROR, "The index of mapped classes cannot be written: " + e);
    }
  }

  private Elements elements() {
    return processingEnv.getElementUtils();
  }

  private void error(String message, Element where) {
    processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, where);
  }
}

package io.alchemy.processor;

import io.alchemy.orm.instrument.MappedIndex;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/** The index in the class output, where earlier compilations may have left theirs. */
final class IndexFile {
  private final Filer filer;
  private final Elements elements;

  IndexFile(Filer filer, Elements elements) {
    this.filer = filer;
    this.elements = elements;
  }

  /**
   * Adds the classes of this compilation to what is there. A name goes only if its class was compiled just now, is not
   * mapped, and nothing in the index can extend it: of all others this compilation knows nothing.
   */
  void merge(Set<String> mapped, Set<String> compiled, Collection<List<TypeElement>> origins)
      throws IOException {
    Set<String> before = read();
    Set<String> names = new LinkedHashSet<>(before);
    names.addAll(mapped);
    names.removeIf(
        name -> compiled.contains(name) && !mapped.contains(name) && !isExtended(name, before));
    if (names.equals(before) || (names.isEmpty() && before.isEmpty())) {
      return;
    }
    Element[] from = origins.stream().flatMap(List::stream).toArray(Element[]::new);
    try (Writer out = filer
        .createResource(StandardLocation.CLASS_OUTPUT, "", MappedIndex.RESOURCE, from)
        .openWriter()) {
      out.write(MappedIndex.text(names));
    }
  }

  private boolean isExtended(String name, Set<String> index) {
    for (String other : index) {
      if (other.equals(name)) {
        continue;
      }
      TypeElement type = elements.getTypeElement(other.replace('$', '.'));
      if (type == null) {
        return true;
      }
      for (TypeElement up = MappedTypes.superclass(type);
          up != null;
          up = MappedTypes.superclass(up)) {
        if (elements.getBinaryName(up).contentEquals(name)) {
          return true;
        }
      }
    }
    return false;
  }

  private Set<String> read() throws IOException {
    try (Reader in = filer
        .getResource(StandardLocation.CLASS_OUTPUT, "", MappedIndex.RESOURCE)
        .openReader(true)) {
      return MappedIndex.read(in);
    } catch (NoSuchFileException | java.io.FileNotFoundException e) {
      return Set.of();
    }
  }
}

package io.alchemy.benchmarks.hibernate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hibernate.bytecode.enhance.spi.DefaultEnhancementContext;
import org.hibernate.bytecode.enhance.spi.Enhancer;
import org.hibernate.bytecode.enhance.spi.UnloadedClass;
import org.hibernate.bytecode.enhance.spi.UnloadedField;
import org.hibernate.bytecode.internal.BytecodeProviderInitiator;

/**
 * The program that makes the entities know what of them was changed, once they are compiled. Hibernate's plugins do the same, but look
 * for annotations, which these classes have none of.
 */
public final class Enhance {
  private static final String PACKAGE = Enhance.class.getPackageName();
  private static final List<String> ENTITIES = List.of("Page", "Comment", "Tag", "PageTag");

  private Enhance() {}

  /**
   * Writes the enhanced classes over those that are there.
   *
   * @param arguments the folder of compiled classes
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]).resolve(PACKAGE.replace('.', '/'));
    Enhancer enhancer =
        BytecodeProviderInitiator.buildDefaultBytecodeProvider().getEnhancer(new Mapped());
    for (String entity : ENTITIES) {
      Path file = folder.resolve(entity + ".class");
      byte[] enhanced = enhancer.enhance(PACKAGE + "." + entity, Files.readAllBytes(file));
      if (enhanced != null) {
        Files.write(file, enhanced);
      }
    }
  }

  /** What {@code orm.xml} says. */
  private static final class Mapped extends DefaultEnhancementContext {
    @Override
    public boolean isEntityClass(UnloadedClass type) {
      return ENTITIES.stream().anyMatch(name -> type.getName().equals(PACKAGE + "." + name));
    }

    @Override
    public boolean isMappedCollection(UnloadedField field) {
      return true;
    }
  }
}

package io.alchemy;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house keeps its order: a room knows only the rooms below it. */
class LayersTests {
  /** Ground floor first; {@code ..} takes a room's inner rooms along. */
  private static final List<String> ROOMS = List.of(
      "io.alchemy.error..",
      "io.alchemy.types..",
      "io.alchemy.sql..",
      "io.alchemy.schema..",
      "io.alchemy.compile..",
      "io.alchemy.dialect..",
      "io.alchemy.engine..",
      "io.alchemy.orm.instrument..",
      "io.alchemy.orm.mapping..",
      "io.alchemy.orm.loading..",
      "io.alchemy.orm.unitofwork..",
      "io.alchemy.orm");

  /** Enums and annotations that users name in {@code orm}, and that every room of the ORM reads. */
  private static final DescribedPredicate<JavaClass> VOCABULARY = resideInAPackage("io.alchemy.orm")
      .and(DescribedPredicate.describe("enums", JavaClass::isEnum)
          .or(DescribedPredicate.describe("annotations", JavaClass::isAnnotation)));

  private static final JavaClasses CORE = new ClassFileImporter()
      .withImportOption(new DoNotIncludeTests())
      .importPackages("io.alchemy");

  @TestFactory
  Stream<DynamicTest> aRoomKnowsOnlyTheRoomsBelowIt() {
    return IntStream.range(0, ROOMS.size() - 1)
        .mapToObj(i -> DynamicTest.dynamicTest(
            ROOMS.get(i),
            () -> noClasses()
                .that()
                .resideInAPackage(ROOMS.get(i))
                .should()
                .dependOnClassesThat(resideInAnyPackage(roomsAbove(i)).and(not(VOCABULARY)))
                .check(CORE)));
  }

  private static String[] roomsAbove(int room) {
    return ROOMS.subList(room + 1, ROOMS.size()).toArray(String[]::new);
  }

  @Test
  void theCoreKnowsNoSpring() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..")
        .check(CORE);
  }

  @Test
  void everyClassHasARoom() {
    classes().should().resideInAnyPackage(ROOMS.toArray(String[]::new)).check(CORE);
  }
}

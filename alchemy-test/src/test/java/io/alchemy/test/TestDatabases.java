package io.alchemy.test;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The databases that suites run on. JUnit closes each when its run of the class is over. */
final class TestDatabases implements ArgumentsProvider {
  @Override
  public Stream<? extends Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    return Stream.<java.util.function.Supplier<TestDatabase>>of(
            TestDatabase::sqlite, TestDatabase::postgresql, TestDatabase::h2)
        .map(database -> Arguments.of(database.get()));
  }
}

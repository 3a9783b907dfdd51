package io.alchemy.spring.test;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;

final class AlchemyTestContextBootstrapper extends TestSliceTestContextBootstrapper<AlchemyTest> {}

package io.alchemy.test;

import io.alchemy.orm.instrument.Preparation;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Prepares the mapped classes that the compiler did not prepare, before a JUnit run loads its first test class: that is
 * early enough for every one that only tests name. JUnit finds it by itself.
 */
public final class PreparationListener implements LauncherSessionListener {
  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Preparation.ensure();
  }
}

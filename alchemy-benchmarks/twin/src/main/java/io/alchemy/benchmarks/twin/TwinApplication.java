package io.alchemy.benchmarks.twin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the twin, on a database that the wiki has made. */
@SpringBootApplication
public class TwinApplication {
  public static void main(String[] arguments) {
    SpringApplication.run(TwinApplication.class, arguments);
  }
}

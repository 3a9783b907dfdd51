package io.alchemy.demo.wiki;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the wiki at port 8080, with its data in the file {@code wiki.db} of the working directory. */
@SpringBootApplication
public class WikiApplication {
  public static void main(String[] arguments) {
    SpringApplication.run(WikiApplication.class, arguments);
  }
}

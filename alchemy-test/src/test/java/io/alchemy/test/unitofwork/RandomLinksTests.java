package io.alchemy.test.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.orm.Session;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.unitofwork.School.Course;
import io.alchemy.test.unitofwork.School.Student;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random edits of a many-to-many from both sides, beside a set of pairs that says what must be linked. */
@EachDatabase
class RandomLinksTests {
  private final TestDatabase database;

  RandomLinksTests(TestDatabase database) {
    this.database = database;
  }

  private record Link(Student student, Course course) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theLinkTableIsWhatTheModelSays(long seed) {
    try (Fixture school = new Fixture(database, School.METADATA, School.registry());
        Session session = school.open()) {
      new Run(school, session, seed).run(400);
    }
  }

  private static final class Run {
    private final Fixture school;
    private final Session session;
    private final Random random;
    private final String seed;
    private List<Student> students = new ArrayList<>();
    private List<Course> courses = new ArrayList<>();
    private List<Link> links = new ArrayList<>();
    private List<Student> studentsThen = List.of();
    private List<Course> coursesThen = List.of();
    private List<Link> linksThen = List.of();

    Run(Fixture school, Session session, long seed) {
      this.school = school;
      this.session = session;
      this.random = new Random(seed);
      this.seed = "seed " + seed;
    }

    void run(int steps) {
      for (int i = 0; i < steps; i++) {
        step();
      }
      commit();
    }

    private void step() {
      int choice = random.nextInt(100);
      Student student = any(students);
      Course course = any(courses);
      if (choice < 10 || student == null) {
        Student fresh = new Student("s" + students.size());
        students.add(fresh);
        session.add(fresh);
      } else if (choice < 20 || course == null) {
        Course fresh = new Course("c" + courses.size());
        courses.add(fresh);
        session.add(fresh);
      } else if (choice < 50) {
        link(new Link(student, course));
      } else if (choice < 75) {
        unlink();
      } else if (choice < 78 && isPersistent(student)) {
        session.delete(student);
        students.remove(student);
        links.removeIf(link -> link.student() == student);
      } else if (choice < 81 && isPersistent(course)) {
        session.delete(course);
        courses.remove(course);
        links.removeIf(link -> link.course() == course);
      } else if (choice < 88) {
        session.flush();
      } else if (choice < 95) {
        commit();
      } else if (choice < 97) {
        session.rollback();
        students = new ArrayList<>(studentsThen);
        courses = new ArrayList<>(coursesThen);
        links = new ArrayList<>(linksThen);
      }
    }

    private void link(Link link) {
      if (links.contains(link)) {
        return;
      }
      if (random.nextBoolean()) {
        link.student().courses().add(link.course());
      } else {
        link.course().students().add(link.student());
      }
      links.add(link);
    }

    private void unlink() {
      Link link = any(links);
      if (link == null) {
        return;
      }
      boolean was = random.nextBoolean()
          ? link.student().courses().remove(link.course())
          : link.course().students().remove(link.student());
      assertThat(was).as(seed).isTrue();
      links.remove(link);
    }

    private static boolean isPersistent(Object instance) {
      return Fixture.lifecycle(instance) == Lifecycle.PERSISTENT;
    }

    private <T> @Nullable T any(List<T> all) {
      return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }

    private void commit() {
      session.commit();
      studentsThen = List.copyOf(students);
      coursesThen = List.copyOf(courses);
      linksThen = List.copyOf(links);
      Set<String> expected = new TreeSet<>();
      links.forEach(
          link -> expected.add(link.student().id() + "-" + link.course().id()));
      List<String> actual = new ArrayList<>();
      school
          .engine
          .read(c -> c.execute("SELECT student_id, course_id FROM enrolment").all())
          .forEach(row -> actual.add(row.get(0) + "-" + row.get(1)));
      assertThat(actual).as(seed).containsExactlyInAnyOrderElementsOf(expected);
      for (Student student : students) {
        assertThat(student.courses())
            .as(seed)
            .containsExactlyInAnyOrderElementsOf(links.stream()
                .filter(link -> link.student() == student)
                .map(Link::course)
                .collect(Collectors.toList()));
      }
      assertThat(Objects.toString(school.value("SELECT count(*) FROM course")))
          .as(seed)
          .isEqualTo(String.valueOf(courses.size()));
    }
  }
}

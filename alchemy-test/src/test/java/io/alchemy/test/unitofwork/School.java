package io.alchemy.test.unitofwork;

import static io.alchemy.types.Types.INTEGER;
import static io.alchemy.types.Types.varchar;

import io.alchemy.orm.Mapped;
import io.alchemy.orm.Registry;
import io.alchemy.schema.Column;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Many-to-many with both sides mapped. */
final class School {
  static final MetaData METADATA = new MetaData();
  static final StudentTable STUDENT = new StudentTable();
  static final CourseTable COURSE = new CourseTable();
  static final EnrolmentTable ENROLMENT = new EnrolmentTable();

  private School() {}

  static Registry registry() {
    Registry registry = new Registry(METADATA);
    registry
        .map(Student.class, STUDENT)
        .relationship(
            School_Student_.courses, r -> r.secondary(ENROLMENT).backref(School_Course_.students));
    registry.map(Course.class, COURSE);
    return registry;
  }

  static final class StudentTable extends Table {
    final Column<Integer> id = column("id", INTEGER).primaryKey();
    final Column<String> name = column("name", varchar(50));

    StudentTable() {
      super("student", METADATA);
    }
  }

  static final class CourseTable extends Table {
    final Column<Integer> id = column("id", INTEGER).primaryKey();
    final Column<String> title = column("title", varchar(50));

    CourseTable() {
      super("course", METADATA);
    }
  }

  static final class EnrolmentTable extends Table {
    final Column<Integer> studentId =
        column("student_id", INTEGER).references("student.id").primaryKey();
    final Column<Integer> courseId =
        column("course_id", INTEGER).references("course.id").primaryKey();

    EnrolmentTable() {
      super("enrolment", METADATA);
    }
  }

  @Mapped
  static class Student {
    private @Nullable Integer id;
    private @Nullable String name;
    private List<Course> courses = new ArrayList<>();

    Student() {}

    Student(String name) {
      this.name = name;
    }

    @Nullable
    Integer id() {
      return id;
    }

    List<Course> courses() {
      return courses;
    }
  }

  @Mapped
  static class Course {
    private @Nullable Integer id;
    private @Nullable String title;
    private Set<Student> students = new LinkedHashSet<>();

    Course() {}

    Course(String title) {
      this.title = title;
    }

    @Nullable
    Integer id() {
      return id;
    }

    Set<Student> students() {
      return students;
    }
  }
}

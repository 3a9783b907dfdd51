package io.alchemy.test.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.engine.Engine;
import io.alchemy.orm.Registry;
import io.alchemy.orm.Session;
import io.alchemy.orm.SessionMaker;
import io.alchemy.test.unitofwork.Company.Department;
import io.alchemy.test.unitofwork.Company.Employee;
import io.alchemy.test.unitofwork.School.Course;
import io.alchemy.test.unitofwork.School.Student;
import io.alchemy.test.unitofwork.Tree.Node;
import io.alchemy.test.wiki.Comment;
import io.alchemy.test.wiki.Model;
import io.alchemy.test.wiki.Page;
import io.alchemy.test.wiki.Tag;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The plan of a flush of new instances, which needs no database. */
class FlushPlanTests {
  private final Engine engine = Engine.create("sqlite:///:memory:");

  @AfterEach
  void close() {
    engine.close();
  }

  private Session session(Registry registry) {
    return SessionMaker.builder(registry, engine).build().open();
  }

  @Test
  void parentsComeBeforeChildrenAndLinks() {
    try (Session session = session(Model.registry())) {
      Page page = new Page();
      page.setTitle("One");
      Comment comment = new Comment();
      comment.setEmail("a@example.com");
      Tag tag = new Tag();
      tag.setName("java");
      session.add(comment);
      session.add(page);
      page.getComments().add(comment);
      page.getTags().add(tag);

      assertThat(session.flushPlan()).hasToString("""
              INSERT page [content, posted, title, heading] x 1
              INSERT tag [name] x 1
              INSERT pagetag [pageid, tagid] x 1
              INSERT comment [pageid, content, name, email, created] x 1""");
    }
  }

  @Test
  void rowsOfOneClassAreOneBatchWhateverTheyLeaveUnset() {
    try (Session session = session(Model.registry())) {
      for (int i = 0; i < 10; i++) {
        Page page = new Page();
        if (i % 2 == 0) {
          page.setTitle("Page " + i);
        }
        if (i % 3 == 0) {
          page.setHeading("Heading");
        }
        session.add(page);
      }

      assertThat(session.flushPlan().steps()).hasSize(1);
      assertThat(session.flushPlan().steps().get(0).rows()).isEqualTo(10);
    }
  }

  @Test
  void generationsOfATreeAreInsertedOneAfterTheOther() {
    try (Session session = session(Tree.registry())) {
      session.add(new Node(
          "root", new Node("a", new Node("a1"), new Node("a2")), new Node("b", new Node("b1"))));

      assertThat(session.flushPlan()).hasToString("""
              INSERT node [name, parent_id] x 1
              INSERT node [name, parent_id] x 2
              INSERT node [name, parent_id] x 3""");
    }
  }

  @Test
  void nodesLinkedByForeignKeyValuesAloneAreOrderedToo() {
    try (Session session = session(Tree.registry())) {
      session.addAll(List.of(
          new Node("leaf").id(3).parentId(2),
          new Node("inner").id(2).parentId(1),
          new Node("root").id(1)));

      assertThat(session.flushPlan().steps())
          .extracting(step -> step.rows())
          .containsExactly(1, 1, 1);
    }
  }

  @Test
  void aCircleOfRowsIsClosedByASecondUpdate() {
    try (Session session = session(Company.registry())) {
      Department department = new Department("Sales");
      Employee head = new Employee("Ada");
      department.employees().add(head);
      department.head(head);
      session.add(department);

      assertThat(session.flushPlan()).hasToString("""
              INSERT department [name, head_id] x 1
              INSERT employee [name, department_id] x 1
              UPDATE department [head_id] x 1""");
    }
  }

  @Test
  void aNodeThatIsItsOwnParentIsClosedByASecondUpdate() {
    try (Session session = session(Tree.registry())) {
      Node self = new Node("self");
      self.parent(self);
      session.add(self);

      assertThat(session.flushPlan()).hasToString("""
              INSERT node [name, parent_id] x 1
              UPDATE node [parent_id] x 1""");
    }
  }

  @Test
  void aLinkEditedFromBothSidesIsWrittenOnce() {
    try (Session session = session(School.registry())) {
      Student student = new Student("Ada");
      Course course = new Course("Logic");
      student.courses().add(course);
      course.students().add(student);
      session.add(student);

      assertThat(session.flushPlan()).hasToString("""
              INSERT student [name] x 1
              INSERT course [title] x 1
              INSERT enrolment [student_id, course_id] x 1""");
    }
  }

  @Test
  void planningChangesNothing() {
    try (Session session = session(Tree.registry())) {
      Node node = new Node("root", new Node("leaf"));
      session.add(node);

      assertThat(session.flushPlan()).isEqualTo(session.flushPlan());
      assertThat(node.id()).isNull();
      assertThat(session.newInstances()).hasSize(2);
    }
  }
}

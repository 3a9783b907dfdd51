package io.alchemy.test.unitofwork;

import static io.alchemy.types.Types.INTEGER;
import static io.alchemy.types.Types.varchar;

import io.alchemy.orm.Mapped;
import io.alchemy.orm.Registry;
import io.alchemy.schema.Column;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two tables that refer to each other: employees work in a department, and one of them heads it. */
final class Company {
  static final MetaData METADATA = new MetaData();
  static final DepartmentTable DEPARTMENT = new DepartmentTable();
  static final EmployeeTable EMPLOYEE = new EmployeeTable();

  private Company() {}

  static Registry registry() {
    Registry registry = new Registry(METADATA);
    registry
        .map(Department.class, DEPARTMENT)
        .relationship(
            Company_Department_.employees,
            r -> r.backref(Company_Employee_.department)
                .foreignKeys(EMPLOYEE.departmentId)
                .orderBy(EMPLOYEE.id))
        .relationship(Company_Department_.head, r -> r.foreignKeys(DEPARTMENT.headId));
    registry.map(Employee.class, EMPLOYEE);
    return registry;
  }

  static final class DepartmentTable extends Table {
    final Column<Integer> id = column("id", INTEGER).primaryKey();
    final Column<String> name = column("name", varchar(50)).notNull();
    final Column<Integer> headId = column("head_id", INTEGER).references("employee.id");

    DepartmentTable() {
      super("department", METADATA);
    }
  }

  static final class EmployeeTable extends Table {
    final Column<Integer> id = column("id", INTEGER).primaryKey();
    final Column<String> name = column("name", varchar(50)).notNull();
    final Column<Integer> departmentId =
        column("department_id", INTEGER).references("department.id").notNull();

    EmployeeTable() {
      super("employee", METADATA);
    }
  }

  @Mapped
  static class Department {
    private @Nullable Integer id;
    private @Nullable String name;
    private @Nullable Integer headId;
    private @Nullable Employee head;
    private List<Employee> employees = new ArrayList<>();

    Department() {}

    Department(String name) {
      this.name = name;
    }

    @Nullable
    Integer id() {
      return id;
    }

    @Nullable
    Integer headId() {
      return headId;
    }

    @Nullable
    Employee head() {
      return head;
    }

    void head(@Nullable Employee given) {
      head = given;
    }

    List<Employee> employees() {
      return employees;
    }
  }

  @Mapped
  static class Employee {
    private @Nullable Integer id;
    private @Nullable String name;
    private @Nullable Integer departmentId;
    private @Nullable Department department;

    Employee() {}

    Employee(String name) {
      this.name = name;
    }

    @Nullable
    Integer id() {
      return id;
    }

    @Nullable
    String name() {
      return name;
    }

    @Nullable
    Integer departmentId() {
      return departmentId;
    }

    @Nullable
    Department department() {
      return department;
    }

    void department(@Nullable Department given) {
      department = given;
    }
  }
}

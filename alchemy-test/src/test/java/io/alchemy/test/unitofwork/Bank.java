package io.alchemy.test.unitofwork;

import static io.alchemy.sql.Sql.literalColumn;
import static io.alchemy.types.Types.BIGINT;
import static io.alchemy.types.Types.INTEGER;
import static io.alchemy.types.Types.varchar;

import io.alchemy.orm.Mapped;
import io.alchemy.orm.Registry;
import io.alchemy.schema.Column;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import org.jspecify.annotations.Nullable;

/** A class with a version, a unique key, a primitive, and defaults of every kind. */
final class Bank {
  static final MetaData METADATA = new MetaData();
  static final AccountTable ACCOUNT = new AccountTable();

  private Bank() {}

  static Registry registry() {
    Registry registry = new Registry(METADATA);
    registry.map(Account.class, ACCOUNT).version(Bank_Account_.version);
    return registry;
  }

  static final class AccountTable extends Table {
    final Column<Long> id = column("id", BIGINT).primaryKey();
    final Column<String> owner = column("owner", varchar(50)).notNull().unique();
    final Column<Integer> balance = column("balance", INTEGER).notNull();
    final Column<String> currency = column("currency", varchar(3)).defaultValue("EUR");
    final Column<String> status =
        column("status", varchar(10)).serverDefault(literalColumn("'open'", varchar(10)));
    final Column<String> note = column("note", varchar(50));
    final Column<Integer> changes =
        column("changes", INTEGER).defaultValue(0).onUpdateFrom(() -> 7);
    final Column<Integer> version = column("version", INTEGER).notNull();

    AccountTable() {
      super("account", METADATA);
    }
  }

  @Mapped
  static class Account {
    private @Nullable Long id;
    private @Nullable String owner;
    private int balance;
    private @Nullable String currency;
    private @Nullable String status;
    private @Nullable String note;
    private @Nullable Integer changes;
    private @Nullable Integer version;

    Account() {}

    Account(String owner) {
      this.owner = owner;
    }

    /** As a generated constructor of all fields is called for an object that is new. */
    Account(
        @Nullable Long id,
        @Nullable String owner,
        @Nullable String status,
        @Nullable Integer version) {
      this.id = id;
      this.owner = owner;
      this.status = status;
      this.version = version;
    }

    @Nullable
    Long id() {
      return id;
    }

    Account id(long given) {
      id = given;
      return this;
    }

    @Nullable
    String owner() {
      return owner;
    }

    Account owner(String given) {
      owner = given;
      return this;
    }

    int balance() {
      return balance;
    }

    Account balance(int given) {
      balance = given;
      return this;
    }

    @Nullable
    String currency() {
      return currency;
    }

    @Nullable
    String status() {
      return status;
    }

    Account status(@Nullable String given) {
      status = given;
      return this;
    }

    @Nullable
    String note() {
      return note;
    }

    Account note(@Nullable String given) {
      note = given;
      return this;
    }

    @Nullable
    Integer changes() {
      return changes;
    }

    @Nullable
    Integer version() {
      return version;
    }
  }
}

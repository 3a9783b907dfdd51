package io.alchemy.engine;

import io.alchemy.error.ArgumentException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is: {@code scheme://user:password@host:port/database?key=value}, or any {@code jdbc:} URL. User and password may
 * hold percent escapes; {@code toString()} never shows the password.
 *
 * <p>{@code sqlite:///file.db} is relative to the working directory, {@code sqlite:////var/lib/file.db} is absolute, {@code
 * sqlite://} and {@code sqlite:///:memory:} are in memory. {@code h2:///wiki} is such a file too, {@code h2:///mem:wiki} in memory
 * and shared by the connections of this JVM, and parameters follow as they do elsewhere: {@code h2:///wiki?MODE=PostgreSQL}.
 */
public final class EngineUrl {
  private static final Pattern FORM =
      Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9]*)(?:\\+[A-Za-z0-9_]+)?://"
          + "(?:(?<user>[^:@/?]*)(?::(?<password>[^@/]*))?@)?"
          + "(?<host>[^/?]*)"
          + "(?:/(?<database>[^?]*))?"
          + "(?:\\?(?<query>.*))?");
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile("(?i)([?&;](?:password|pwd|sslpassword)=)[^&;]*");
  private static final Pattern SECRET_AUTHORITY = Pattern.compile("(//[^:@/?]*:)[^@/]*@");

  private final String scheme;
  private final @Nullable String user;
  private final @Nullable String password;
  private final @Nullable String host;
  private final @Nullable String database;
  private final @Nullable String query;
  private final String jdbcUrl;

  private EngineUrl(
      String scheme,
      @Nullable String user,
      @Nullable String password,
      @Nullable String host,
      @Nullable String database,
      @Nullable String query,
      String jdbcUrl) {
    this.scheme = scheme;
    this.user = user;
    this.password = password;
    this.host = host;
    this.database = database;
    this.query = query;
    this.jdbcUrl = jdbcUrl;
  }

  /**
   * Reads a URL.
   *
   * @throws ArgumentException when it has neither form; the message shows it without its password
   */
  public static EngineUrl parse(String url) {
    if (url.startsWith("jdbc:")) {
      int end = url.indexOf(':', "jdbc:".length());
      if (end < 0) {
        throw unreadable(url);
      }
      return new EngineUrl(url.substring("jdbc:".length(), end), null, null, null, null, null, url);
    }
    Matcher parts = FORM.matcher(url);
    if (!parts.matches()) {
      throw unreadable(url);
    }
    String scheme = scheme(parts.group("scheme"));
    String host = emptyToNull(parts.group("host"));
    String database = emptyToNull(parts.group("database"));
    String query = emptyToNull(parts.group("query"));
    return new EngineUrl(
        scheme,
        decode(parts.group("user"), url),
        decode(parts.group("password"), url),
        host,
        database,
        query,
        jdbcUrl(scheme, host, database, query, url));
  }

  private static String scheme(String written) {
    String scheme = written.toLowerCase(Locale.ROOT);
    return scheme.equals("postgres") ? "postgresql" : scheme;
  }

  private static String jdbcUrl(
      String scheme,
      @Nullable String host,
      @Nullable String database,
      @Nullable String query,
      String url) {
    switch (scheme) {
      case "sqlite":
        if (host != null) {
          throw new ArgumentException("SQLite has no host, but "
              + mask(url)
              + " names one ("
              + host
              + "); a file in the working directory has three slashes: sqlite:///"
              + host);
        }
        return "jdbc:sqlite:" + (database == null ? ":memory:" : database) + suffix("?", query);
      case "h2":
        String parameters = query == null ? null : query.replace('&', ';');
        return "jdbc:h2:"
            + (host == null
                ? h2(database)
                : "tcp://" + host + "/" + (database == null ? "" : database))
            + suffix(";", parameters);
      default:
        return "jdbc:"
            + scheme
            + "://"
            + (host == null ? "localhost" : host)
            + "/"
            + (database == null ? "" : database)
            + suffix("?", query);
    }
  }

  /** A file in the working directory must say so to H2: {@code ./wiki}. */
  private static String h2(@Nullable String database) {
    if (database == null) {
      return "mem:";
    }
    boolean plain = Character.isLetterOrDigit(database.charAt(0)) && database.indexOf(':') < 0;
    return plain ? "./" + database : database;
  }

  private static String suffix(String separator, @Nullable String text) {
    return text == null ? "" : separator + text;
  }

  private static @Nullable String emptyToNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  private static @Nullable String decode(@Nullable String escaped, String url) {
    if (escaped == null) {
      return null;
    }
    try {
      // A plus is a plus here; only forms write a space so.
      return URLDecoder.decode(escaped.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException error) {
      throw new ArgumentException(
          "the user or password of " + mask(url) + " holds a % that is no escape; write it as %25",
          error);
    }
  }

  private static ArgumentException unreadable(String url) {
    return new ArgumentException("cannot read the database URL '"
        + mask(url)
        + "'; write sqlite:///file.db, sqlite:///:memory:, postgresql://user:password@host:5432/database"
        + " (with @, : and / of a password as %40, %3A and %2F), or a jdbc: URL");
  }

  private static String mask(String url) {
    String masked = SECRET_PARAMETER.matcher(url).replaceAll("$1***");
    return SECRET_AUTHORITY.matcher(masked).replaceAll("$1***@");
  }

  /** The database's name: {@code sqlite}, {@code postgresql}. */
  public String scheme() {
    return scheme;
  }

  /** The user, unescaped; null where the URL names none, and for {@code jdbc:} URLs. */
  public @Nullable String user() {
    return user;
  }

  /** The password, unescaped; null where the URL has none, and for {@code jdbc:} URLs. */
  public @Nullable String password() {
    return password;
  }

  /** Host and port as written; null where there is none, and for {@code jdbc:} URLs. */
  public @Nullable String host() {
    return host;
  }

  /** The database, or the file; null where there is none, and for {@code jdbc:} URLs. */
  public @Nullable String database() {
    return database;
  }

  /** What follows the question mark; null where nothing does, and for {@code jdbc:} URLs. */
  public @Nullable String query() {
    return query;
  }

  /** What the driver is given; user and password travel beside it. */
  public String jdbcUrl() {
    return jdbcUrl;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EngineUrl url
        && jdbcUrl.equals(url.jdbcUrl)
        && Objects.equals(user, url.user)
        && Objects.equals(password, url.password);
  }

  @Override
  public int hashCode() {
    return Objects.hash(jdbcUrl, user, password);
  }

  /** The URL, with {@code ***} for the password. */
  @Override
  public String toString() {
    if (database == null && host == null && user == null && query == null) {
      return mask(jdbcUrl);
    }
    StringBuilder text = new StringBuilder(scheme).append("://");
    if (user != null) {
      text.append(user).append(password == null ? "" : ":***").append('@');
    }
    text.append(host == null ? "" : host).append('/').append(database == null ? "" : database);
    return mask(text.append(suffix("?", query)).toString());
  }
}

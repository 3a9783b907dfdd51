package io.alchemy.demo.wiki.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What people do, as they do it. Leaves screenshots in {@code target/screenshots}. */
// Selenium warns for each browser that it does not know its newest protocol; nothing here needs
// that.
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "logging.level.org.openqa.selenium=error")
class BrowserTest {
  private static final Logger LOG = LoggerFactory.getLogger(BrowserTest.class);
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final Dimension DESK = new Dimension(1280, 900);
  private static final Dimension PHONE = new Dimension(500, 800);

  // The browser may still write to its profile when the test is over.
  @TempDir(cleanup = CleanupMode.NEVER)
  static Path directory;

  @LocalServerPort
  int port;

  private final List<ChromeDriver> browsers = new ArrayList<>();
  private ChromeDriver ann;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    properties.add("alchemy.url", () -> "sqlite:///" + directory.resolve("wiki.db"));
  }

  @BeforeEach
  void open() {
    ann = browser();
  }

  @AfterEach
  void close() {
    browsers.forEach(ChromeDriver::quit);
  }

  @Test
  void somebodyWritesAPageCommentsOnItTagsItAndFindsIt() {
    writePage("Bread", "How to bake", "Take **flour** and water.");
    assertThat(text(ann, "h1")).isEqualTo("Bread");
    assertThat(text(ann, ".text strong")).isEqualTo("flour");
    assertThat(text(ann, "footer"))
        .contains("The change before took 1 SQL statement", "This page took 3 SQL statements");

    type(ann, "#comment [name=name]", "Bob");
    type(ann, "#comment [name=email]", "bob@example.com");
    type(ann, "#comment [name=content]", "And salt?");
    click(ann, "#comment button");
    assertThat(text(ann, "#comments"))
        .contains("1 comment", "Bob", "And salt?")
        .doesNotContain("bob@example.com");

    type(ann, "#tag-name", "Food & Drink");
    click(ann, "#tags button");
    assertThat(text(ann, "#tag-error")).contains("A tag is a word");
    type(ann, "#tag-name", "Baking");
    click(ann, "#tags button");
    assertThat(text(ann, ".page-head .tag")).isEqualTo("baking");
    click(ann, ".page-head .tag");
    assertThat(text(ann, "h1")).isEqualTo("1 page tagged baking");

    type(ann, "[name=q]", "FLOUR");
    click(ann, ".search button");
    assertThat(text(ann, "h1")).isEqualTo("1 page with “FLOUR”");
    click(ann, ".pages h2 a");
    assertThat(text(ann, "h1")).isEqualTo("Bread");
  }

  @Test
  void twoEditAtOnceAndNothingIsLost() throws IOException {
    writePage("Shared", "", "The beginning.");
    ChromeDriver bob = browser();
    bob.get(ann.getCurrentUrl());
    click(ann, "#edit");
    click(bob, "#edit");

    type(ann, "[name=content]", "The beginning, and Ann's end.");
    click(ann, "main .primary");
    assertThat(text(ann, ".text")).isEqualTo("The beginning, and Ann's end.");

    type(bob, "[name=content]", "Bob's beginning.");
    click(bob, "main .primary");
    assertThat(text(bob, "h1")).isEqualTo("Somebody else edited this page too");
    assertThat(value(bob, "#their-content")).isEqualTo("The beginning, and Ann's end.");
    assertThat(value(bob, "[name=content]")).isEqualTo("Bob's beginning.");
    screenshot(bob, "conflict");

    type(bob, "[name=content]", "Bob's beginning, and Ann's end.");
    click(bob, "main .primary");
    assertThat(text(bob, ".text")).isEqualTo("Bob's beginning, and Ann's end.");
    ann.navigate().refresh();
    assertThat(text(ann, ".text")).isEqualTo("Bob's beginning, and Ann's end.");
  }

  @Test
  void aPageIsDeletedOnlyAfterAQuestion() {
    writePage("To go", "", "Soon gone.");
    String address = ann.getCurrentUrl();
    assertThat(find(ann, ".menu .danger").isDisplayed()).isFalse();

    unfold(ann, ".menu summary");
    click(ann, ".menu .danger");

    assertThat(text(ann, "main")).doesNotContain("To go");
    ann.get(address);
    assertThat(text(ann, "h1")).isEqualTo("Not found");
  }

  @Test
  void messagesStandBesideTheFieldsAndNothingTypedIsLost() throws IOException {
    ann.get(address("/pages/new"));
    type(ann, "[name=content]", "Kept\ntext");
    click(ann, "main .primary");

    assertThat(text(ann, "#title-error")).isEqualTo("A page needs a title.");
    assertThat(value(ann, "[name=content]")).isEqualTo("Kept\ntext");
    screenshot(ann, "invalid");
  }

  @Test
  void theStatementsAreInTheFooter() throws IOException {
    ann.get(address("/"));
    WebElement footer = find(ann, "footer details");
    assertThat(footer.getText()).isEqualTo("This page took 3 SQL statements");

    unfold(ann, "footer summary");

    assertThat(footer.getText()).contains("FROM page", "FROM tag", " ms");
    screenshot(ann, "footer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/pages/new",
        "/pages/1",
        "/pages/6",
        "/pages/1/edit",
        "/tags/alchemy",
        "/nowhere"
      })
  void noPageIsWiderThanAPhone(String path) throws IOException {
    ann.manage().window().setSize(PHONE);
    onAPhone();
    ann.get(address(path));
    ann.findElements(By.cssSelector("footer summary")).forEach(WebElement::click);

    Long width = (Long) ann.executeScript("return document.documentElement.scrollWidth");
    screenshot(ann, "phone" + path.replace('/', '-'));
    assertThat(width).isEqualTo(360);
  }

  @Test
  void aLongWordOrTableDoesNotWidenThePage() throws IOException {
    writePage(
        "W".repeat(120),
        "x".repeat(200),
        "y".repeat(500) + "\n\n```\n" + "z".repeat(300) + "\n```\n\n|a|b|\n|-|-|\n|"
            + "c".repeat(200) + "|d|\n");
    onAPhone();
    ann.navigate().refresh();

    screenshot(ann, "phone-long");
    assertThat((Long) ann.executeScript("return document.documentElement.scrollWidth"))
        .isEqualTo(360);
  }

  @Test
  void theDarkSideIsReadableToo() throws IOException {
    ann.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        java.util.Map.of(
            "features",
            List.of(java.util.Map.of("name", "prefers-color-scheme", "value", "dark"))));
    ann.get(address("/pages/6"));
    screenshot(ann, "dark");
    assertThat(find(ann, "body").getCssValue("background-color")).contains("25, 24, 21");
  }

  @Test
  void everyPageWorksWithoutScripts() {
    ann.get(address("/pages/6"));
    assertThat(ann.findElements(By.tagName("script"))).isEmpty();
    assertThat(ann.manage().logs().get("browser").getAll())
        .as("what the console complains of")
        .isEmpty();
  }

  @Test
  void aRefusedTagSaysSoWhereOneLooks() {
    onAPhone();
    ann.get(address("/pages/6"));
    type(ann, "#tag-name", "a/b");
    click(ann, "#tags button");

    assertThat((Boolean) ann.executeScript(
            "const box = document.querySelector('#tag-error').getBoundingClientRect();"
                + "return box.top >= 0 && box.bottom <= innerHeight"))
        .isTrue();
    assertThat(value(ann, "#tag-name")).isEqualTo("a/b");
    assertThat(find(ann, "#tags button").getLocation().y)
        .as("the button is beside its field")
        .isLessThan(
            find(ann, "#tag-name").getLocation().y + find(ann, "#tag-name").getSize().height);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/pages/new", "/pages/6", "/pages/6/edit", "/nowhere"})
  void whoListensToAPageHearsWhatItsFieldsAre(String path) {
    ann.get(address(path));

    assertThat(
            ann.executeScript(
                "return [...document.querySelectorAll('input:not([type=hidden]), textarea')]"
                    + ".filter(field => !field.labels.length && !field.ariaLabel).map(field => field.name)"))
        .isEqualTo(List.of());
    assertThat(ann.findElements(By.tagName("h1"))).hasSize(1);
    assertThat(find(ann, "html").getDomAttribute("lang")).isEqualTo("en");
  }

  @Test
  void theFirstKeyLeadsPastTheBar() {
    ann.get(address("/"));
    new Actions(ann).sendKeys(Keys.TAB).perform();
    assertThat(ann.switchTo().activeElement().getText()).isEqualTo("Skip to the page");
    new Actions(ann).sendKeys(Keys.ENTER, Keys.TAB).perform();
    assertThat(ann.switchTo().activeElement())
        .isEqualTo(ann.findElement(By.cssSelector("main a, main button, main input")));
  }

  @Test
  void bothTextsOfAConflictFitAPhone() throws IOException {
    writePage("Shared", "", "The beginning.");
    ChromeDriver bob = browser();
    bob.get(ann.getCurrentUrl());
    click(ann, "#edit");
    click(bob, "#edit");
    type(bob, "[name=content]", "Bob's " + "long".repeat(200));
    click(bob, "main .primary");
    type(ann, "[name=content]", "Ann's end.");
    onAPhone();
    click(ann, "main .primary");

    screenshot(ann, "phone-conflict");
    assertThat((Long) ann.executeScript("return document.documentElement.scrollWidth"))
        .isEqualTo(360);
    type(ann, "[name=title]", " ");
    click(ann, "main .primary");
    assertThat(text(ann, "#title-error")).isEqualTo("A page needs a title.");
    assertThat(value(ann, "#their-content")).startsWith("Bob's long");
    assertThat(value(ann, "[name=content]")).isEqualTo("Ann's end.");
  }

  /** Headless windows have a least width of their own; the page's is set as a phone's. */
  private void onAPhone() {
    ann.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        java.util.Map.of("width", 360, "height", 740, "deviceScaleFactor", 2, "mobile", true));
  }

  private ChromeDriver browser() {
    Optional<Chromium> chromium = Chromium.find();
    if (chromium.isEmpty()) {
      LOG.warn(
          "SKIPPED: no chromium and chromedriver on the path, so the wiki was not tried in a browser.");
    }
    assumeTrue(chromium.isPresent(), "chromium and chromedriver are not on the path");
    ChromeDriver browser = chromium.get().open(directory.resolve("profile" + System.nanoTime()));
    browsers.add(browser);
    browser.manage().timeouts().implicitlyWait(Duration.ofSeconds(5));
    browser.manage().window().setSize(DESK);
    return browser;
  }

  private void writePage(String title, String heading, String content) {
    ann.get(address("/"));
    click(ann, ".top .primary");
    type(ann, "[name=title]", title);
    type(ann, "[name=heading]", heading);
    type(ann, "[name=content]", content);
    click(ann, "main .primary");
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }

  private static WebElement find(ChromeDriver browser, String css) {
    return browser.findElement(By.cssSelector(css));
  }

  private static String text(ChromeDriver browser, String css) {
    return find(browser, css).getText();
  }

  private static String value(ChromeDriver browser, String css) {
    return String.valueOf(find(browser, css).getDomProperty("value"));
  }

  private static void type(ChromeDriver browser, String css, String text) {
    WebElement field = find(browser, css);
    field.clear();
    field.sendKeys(text);
  }

  private static void unfold(ChromeDriver browser, String css) {
    find(browser, css).click();
  }

  /** Clicks on what leads to another page, and waits until this one is left: a click returns earlier at times. */
  private static void click(ChromeDriver browser, String css) {
    WebElement page = find(browser, "html");
    find(browser, css).click();
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (System.nanoTime() < deadline) {
      try {
        page.isDisplayed();
        Thread.onSpinWait();
      } catch (WebDriverException left) {
        return;
      }
    }
    throw new AssertionError("Still on " + browser.getCurrentUrl() + " after a click on " + css);
  }

  private static void screenshot(ChromeDriver browser, String name) throws IOException {
    Files.createDirectories(SCREENSHOTS);
    Files.write(SCREENSHOTS.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
  }
}

package io.alchemy.benchmarks.report;

import java.util.List;
import java.util.Locale;

/**
 * Results as a picture, an SVG that needs nothing else: a group of bars for each workload, a bar for each stack, as long as its time
 * is of raw JDBC's. A line is where raw JDBC ends, a mark where Alchemy is to end.
 */
final class Chart {
  private static final double LONGEST = 6;
  private static final int LEFT = 190;
  private static final int UNIT = 90;
  private static final int BAR = 13;
  private static final int GAP = 26;
  private static final int TOP = 56;
  private static final int WIDTH = LEFT + (int) (LONGEST * UNIT) + 90;

  /** Gray and ink read on white and on black; the rest follows the reader's setting. */
  private static final String STYLE = """
      <style>
        text { font: 12px system-ui, sans-serif; fill: #24292f }
        .title { font-size: 15px; font-weight: 600 }
        .work { font-weight: 600 }
        .bar { fill: #9aa4af }
        .alchemy { fill: #0969da }
        .base { stroke: #57606a; stroke-dasharray: 3 3 }
        .target { stroke: #cf222e; stroke-width: 3 }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6edf3 }
          .bar { fill: #6e7681 }
          .alchemy { fill: #58a6ff }
          .base { stroke: #8b949e }
          .target { stroke: #ff7b72 }
        }
      </style>
      """;

  private final Results results;
  private final Targets targets;
  private final StringBuilder body = new StringBuilder();
  private int y = TOP;

  Chart(Results results, Targets targets) {
    this.results = results;
    this.targets = targets;
  }

  /** The picture; the workloads of which ratios say something. */
  String svg() {
    for (String workload : results.workloads()) {
      if (!Table.ABSOLUTE.contains(workload)) {
        group(workload);
      }
    }
    text(
        LEFT,
        24,
        "title",
        "Time on " + results.database() + ", raw JDBC's is 1; shorter is better");
    text(LEFT, 42, "", "blue: Alchemy, gray: others, red: its target");
    line("base", x(1), TOP - 6, y - GAP / 2);
    return String.format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">%n%s%s</svg>%n",
        WIDTH, y, WIDTH, y, STYLE, body);
  }

  private static int x(double ratio) {
    return LEFT + (int) Math.round(Math.min(ratio, LONGEST) * UNIT);
  }

  private void group(String workload) {
    List<Measurement> bars = results.all().stream()
        .filter(each -> each.workload().equals(workload))
        .filter(each -> !each.isMissing() && !each.stack().equals(Table.BASE))
        .toList();
    if (bars.isEmpty()) {
      return;
    }
    text(8, y + BAR - 3, "work", workload);
    for (Measurement each : bars) {
      bar(each);
    }
    y += GAP;
  }

  private void bar(Measurement each) {
    String style = each.stack().startsWith("alchemy") ? "bar alchemy" : "bar";
    text(56, y + BAR - 3, "", each.stack());
    body.append(String.format(
        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>%n",
        style, LEFT, y, x(each.ratio()) - LEFT, BAR - 2));
    String more = each.ratio() > LONGEST ? " →" : "";
    text(
        x(each.ratio()) + 6,
        y + BAR - 3,
        "",
        String.format(Locale.ROOT, "%.2f%s", each.ratio(), more));
    Double limit = targets.timeLimit(results.database(), each.workload(), each.stack());
    if (limit != null) {
      line("target", x(limit), y - 2, y + BAR);
    }
    y += BAR;
  }

  private void text(int x, int top, String style, String content) {
    body.append(
        String.format("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>%n", style, x, top, content));
  }

  private void line(String style, int x, int from, int to) {
    body.append(String.format(
        "<line class=\"%s\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>%n", style, x, x, from, to));
  }
}

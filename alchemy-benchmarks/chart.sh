#!/usr/bin/env bash
# Draws results/*.csv into docs/performance*.svg and writes their tables into docs/performance.md. Needs what compare.sh built.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$here/target/classes:$(cat "$here/target/classpath.txt")" \
  io.alchemy.benchmarks.report.Publish "$here/results" "$here/../docs"

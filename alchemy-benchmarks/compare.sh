#!/usr/bin/env bash
# Compares stacks: compare.sh [sqlite|h2|postgresql] [W1 W3 … W9 W10f] [--quick] [--processor] [--stacks=alchemy-orm,hibernate,…]
# --processor times what a thread had of a processor, not the clock: for a machine that does other things too.
# PostgreSQL is one that comes with the build, or the one whose JDBC URL is in BENCHMARK_POSTGRESQL.
# The figures are kept in results/ after each workload, but for those of --quick and --processor; what the processes complain of is
# in target/workers.log. Exit status 0 whether targets are met or not.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/building.sh"

build compare.built alchemy-benchmarks "$here"/../alchemy-{core,processor}/{src/main,pom.xml} "$here"/src/{main,jdk21} "$here/pom.xml"
exec "$java" -Xmx256m -Dbenchmarks.commit="$(commit)" -cp "$here/target/classes:$(cat "$classpath")" io.alchemy.benchmarks.measure.Compare "$here" "$@"

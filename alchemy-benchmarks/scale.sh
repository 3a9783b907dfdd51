#!/usr/bin/env bash
# Measures memory and growth: scale.sh [sqlite|h2|postgresql] [memory|stream|flush|classes|startup|threads …] [--quick] [--processor]
#   memory   bytes of an object that a session holds
#   stream   the heap while 10,000 rows are streamed, and 1,000,000
#   flush    ten changed pages written, of ten that are held, and of ten thousand
#   classes  a thousand mapped classes configured
#   startup  the demo wiki started, and its twin on Spring Data JPA, which is in twin/; on SQLite alone
#   threads  pages read by 1, 8 and 32 threads at once, and by as many virtual ones from JDK 21 on
# --processor times what threads had of processors in flush and threads, not the clock: for a machine that does other things too.
# PostgreSQL is one that comes with the build, or the one whose JDBC URL is in BENCHMARK_POSTGRESQL.
# The figures are kept in results/scale/, but for those of --quick and --processor; what the processes complain of is in target/scale-*.log.
# Exit status 0 whether targets are met or not.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/building.sh"

build scale.built alchemy-benchmarks,alchemy-benchmarks/twin,demo-wiki-app \
  "$here"/../{alchemy-{core,processor,spring-boot-starter},demo-wiki-app}/{src/main,pom.xml} "$here"/{,twin/}{src/main,pom.xml}
exec "$java" -Xmx512m -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED -Dbenchmarks.commit="$(commit)" \
  -cp "$here/target/classes:$(cat "$classpath")" io.alchemy.benchmarks.scale.Scale "$here" "$@"

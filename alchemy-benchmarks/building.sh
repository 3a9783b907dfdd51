# What compare.sh and scale.sh share: the JDK, and whether what was built is of these sources, and by that JDK, which decides whether
# jOOQ takes part; and which commit that is. Sourced, with $here set.
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
classpath=$here/target/classpath.txt

# build <marker> <modules> <sources…>: builds, unless the marker is newer than the sources and the last build was by this JDK.
build() {
  local marker=$here/target/$1 modules=$2 jdk=$here/target/built-by
  shift 2
  if [ ! -f "$marker" ] || [ "$(cat "$jdk" 2>/dev/null)" != "$("$java" -version 2>&1)" ] ||
    [ -n "$(find "$here/../pom.xml" "$@" -newer "$marker" -type f -print -quit)" ]; then
    (cd "$here/.." && mvn -B -ntp -q -pl "$modules" -am package \
      -Dmaven.test.skip -Dspotless.check.skip -Djacoco.skip >&2)
    touch "$marker"
    "$java" -version > "$jdk" 2>&1
  fi
}

# The commit that figures are of, and whether more was changed than figures and documents.
commit() {
  local changes
  changes=$(git -C "$here/.." status --porcelain -- ':!alchemy-benchmarks/results' ':!docs' 2>/dev/null) || { echo unknown commit; return; }
  echo "$(git -C "$here/.." rev-parse --short HEAD)${changes:++changes}"
}

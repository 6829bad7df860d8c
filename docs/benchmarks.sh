#!/usr/bin/env bash
# Measures memcmp itself; docs/benchmarks.md says what the figures mean.
#   docs/benchmarks.sh [PAIRS] [ROUNDS]           what its recording costs the measured program, and how long it takes to
#                                                 start. Build first: mvn verify.
#   docs/benchmarks.sh readers [DIR] [NAME=VALUE…]  how fast it reads recordings, and how fast others do. Builds what it
#                                                 needs. The recordings (about 2.2 GB) are kept in DIR, and used again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly java=${JAVA_HOME:?set JAVA_HOME to the JDK 25 that memcmp was built with}/bin/java
prefix=$(mktemp -d "${TMPDIR:-/tmp}/memcmp-benchmarks.XXXXXX")
readonly prefix
trap 'rm -rf "$prefix"' EXIT

bench() {
  local main=$1
  shift
  "$java" --enable-native-access=ALL-UNNAMED "-Djava.io.tmpdir=$prefix" -cp cli/target/test-classes:cli/target/memcmp-cli.jar \
    "io.memcmp.bench.$main" "$@"
}

install_memcmp() {
  ./install.sh --prefix "$prefix" --skip-build >/dev/null
}

readers() {
  local recordings=$prefix/recordings installed=
  if [[ $# -gt 0 && $1 != *=* ]]; then
    recordings=$1
    shift
  fi
  mvn -B -ntp -q -Pbench -DskipTests -Dspotless.check.skip=true package # how it is formatted matters to .ci/run alone
  install_memcmp
  if "$prefix/bin/memcmp" --help | grep -qE '^ +analyze '; then
    installed=$prefix/bin/memcmp
  fi
  bench reading.ReadingBenchmark "recordings=$recordings" "memcmp=$installed" "$@"
}

if [[ ${1:-} == readers ]]; then
  shift
  readers "$@"
else
  install_memcmp
  bench StartUp "$prefix/bin/memcmp" "${2:-20}"
  echo
  bench CaptureOverhead "${1:-10}"
fi
